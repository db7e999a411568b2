package io.kempelen.acceptance.ledger;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked for.
 *
 * @param home where the platform runs; without it the environment or the usual folder says
 * @param every how often to verify; once without it
 */
record Arguments(
        @Nullable Path home, boolean json, @Nullable Duration every, int port, boolean help) {

    static final String USAGE = """
            Usage: kempelen ledger verify [--home DIR] [--json] [--watch EVERY --port P]

            Recomputes every balance from the transfers and, by code that shares nothing with the ledger, from the topics,
            and compares both with the stored balances; holds, single transfers and the pay of every approved answer too.
            The platform may go on working meanwhile.

              --home DIR     the platform to verify (default ~/.kempelen, or, where KEMPELEN_DB_URL is set, the one that
                             payout-service's own KEMPELEN_KAFKA, KEMPELEN_SCHEMA_REGISTRY, KEMPELEN_DB_URL,
                             KEMPELEN_DB_USER and KEMPELEN_DB_PASSWORD name)
              --json         the whole report as JSON, amounts in minor units
              --watch EVERY  verify again and again, with such a pause (30s, 5m, 1h), and serve the result as
                             Prometheus metrics on 127.0.0.1
              --port P       the port to serve them on

            Exit code 0: all agree; 1: something differs, if only by a cent; 2: it could not be verified.
            The Java heap is KEMPELEN_LEDGER_HEAP (768m), enough for some ten million events.
            """;

    private static final int HIGHEST_PORT = 65_535;

    /** @throws IllegalArgumentException with words for whoever typed it */
    static Arguments parse(String... words) {
        var rest = new ArrayDeque<String>();
        for (var word : words) rest.addAll(word.startsWith("--") ? List.of(word.split("=", 2)) : List.of(word));
        var command = rest.poll();
        if (command == null || isHelp(command)) return new Arguments(null, false, null, 0, true);
        if (!command.equals("verify")) throw new IllegalArgumentException("There is no ledger " + command);
        return options(rest);
    }

    private static Arguments options(ArrayDeque<String> rest) {
        Path home = null;
        Duration every = null;
        boolean json = false;
        int port = -1;
        while (!rest.isEmpty()) {
            var option = rest.remove();
            if (isHelp(option)) return new Arguments(null, false, null, 0, true);
            switch (option) {
                case "--home" -> home = Path.of(value(option, rest));
                case "--json" -> json = true;
                case "--watch" -> every = duration(value(option, rest));
                case "--port" -> port = port(value(option, rest));
                default -> throw new IllegalArgumentException("There is no option " + option);
            }
        }
        if ((every == null) != (port < 0)) throw new IllegalArgumentException("--watch and --port belong together");
        return new Arguments(home, json, every, port, false);
    }

    private static boolean isHelp(String word) {
        return List.of("--help", "-h", "help").contains(word);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        var value = rest.poll();
        if (value == null || value.isBlank()) throw new IllegalArgumentException(option + " wants a value");
        return value;
    }

    private static Duration duration(String text) {
        try {
            var duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
            if (duration.isPositive()) return duration;
        } catch (java.time.format.DateTimeParseException unreadable) {
            // the same words as for a pause that is none
        }
        throw new IllegalArgumentException("--watch wants a pause such as 30s, 5m or 1h, not " + text);
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= HIGHEST_PORT) return port;
        } catch (NumberFormatException unreadable) {
            // the same words as for a number that is no port
        }
        throw new IllegalArgumentException("--port wants a number up to " + HIGHEST_PORT + ", not " + text);
    }
}
