package io.kempelen.review.docket.domain;

import java.time.Instant;

/**
 * What the answers to a task say: {@code lead} of the {@code heard} answers say it; {@code told} of them were heard when it
 * was last published.
 */
public record Finding(String labelHash, String label, int lead, int heard, int told, long number, Instant at) {

    public double share() {
        return heard == 0 ? 0 : (double) lead / heard;
    }

    Finding hear(String hash) {
        return new Finding(labelHash, label, hash.equals(labelHash) ? lead + 1 : lead, heard + 1, told, number, at);
    }

    Finding tell(long lastNumber, Instant now) {
        return new Finding(labelHash, label, lead, heard, heard, lastNumber, now);
    }
}
