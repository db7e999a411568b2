package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Run;
import java.time.Duration;
import java.util.Optional;

/** How a run is written as a file. Writing the same run again gives the same bytes. */
public interface PaymentFormat {

    /** Also the rail's name: {@code iso20022}, {@code nacha}. */
    String name();

    /** What the file is called; a name is never used twice. */
    String fileName(Run run);

    /** For HTTP. */
    String mediaType();

    /** How many payouts a file takes at most. */
    int capacity();

    byte[] write(Run run);

    /** How long after the file was written a payout counts as arrived unless it came back; empty if the bank reports arrivals. */
    default Optional<Duration> arrivesAfter() {
        return Optional.empty();
    }

    /** The most one payout may be, in minor units. */
    default long most(String currency) {
        return Long.MAX_VALUE;
    }

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the member if no money can be sent there in this currency */
    void check(Destination to, String currency);
}
