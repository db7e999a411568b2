package io.kempelen.local.command;

import java.net.URI;

/** What to do next, once all is up. */
final class Hints {

    private Hints() {}

    static String after(URI gateway, HomeOption home) {
        var typed = home.typed();
        return """

                Kempelen is up: http://localhost:%d

                  eval "$(./kempelen env%2$s)"      keys of a demo requester for curl, the AWS CLI, boto3
                  ./kempelen demo%2$s               a small project, from CSV to results
                  ./kempelen status%2$s             what runs; also logs, doctor, down
                """.formatted(gateway.getPort(), typed);
    }
}
