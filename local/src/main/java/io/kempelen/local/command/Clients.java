package io.kempelen.local.command;

import io.kempelen.local.api.Operator;
import io.kempelen.local.platform.Snapshot;
import java.net.URI;
import java.time.Duration;

/** The operator of a running home, for commands that make accounts. */
final class Clients {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Clients() {}

    static Operator operator(Snapshot running) {
        var key = running.operator();
        return Operator.signIn(URI.create(running.url()), key.accessKeyId(), key.secretAccessKey(), PATIENCE);
    }

    static Duration patience() {
        return PATIENCE;
    }
}
