package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Target;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The command {@code kempelen ledger}. Exit code 0: all agrees; 1: something differs; 2: it could not be verified. */
public final class LedgerCommand {

    private static final int UNVERIFIED = 2;
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Arguments arguments;
    private final PrintStream out;
    private final PrintStream err;

    private LedgerCommand(Arguments arguments, PrintStream out, PrintStream err) {
        this.arguments = arguments;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] words) {
        System.exit(run(System.out, System.err, words));
    }

    public static int run(PrintStream out, PrintStream err, String... words) {
        try {
            var arguments = Arguments.parse(words);
            if (!arguments.help()) return new LedgerCommand(arguments, out, err).run();
            out.print(Arguments.USAGE);
            return 0;
        } catch (IllegalArgumentException misspelt) {
            err.println(misspelt.getMessage() + "\n\n" + Arguments.USAGE);
            return UNVERIFIED;
        }
    }

    private int run() {
        try {
            return arguments.every() == null ? verify().exitCode() : watch();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return UNVERIFIED;
        } catch (Exception | Error unverified) {
            err.println("The ledger could not be verified: " + words(unverified));
            return UNVERIFIED;
        }
    }

    private Report verify() throws Exception {
        var report = new Verification(target(), Progress.on(err)).run();
        out.print(arguments.json() ? json(report) : report.toString());
        return report;
    }

    private static String json(Report report) {
        ObjectNode tree = JSON.valueToTree(report);
        return JSON.writeValueAsString(tree.put("agrees", report.agrees())) + "\n";
    }

    /** Until it is stopped. What cannot be verified now is tried again: the metrics grow old meanwhile, and an alert tells. */
    private int watch() throws Exception {
        try (var watch = new Watch(arguments.port(), InstantSource.system())) {
            err.println("Metrics are at http://127.0.0.1:" + watch.port() + "/metrics");
            while (true) {
                try {
                    watch.verified(verify());
                } catch (InterruptedException stopped) {
                    throw stopped;
                } catch (Exception | Error unverified) {
                    err.println("The ledger could not be verified: " + words(unverified));
                }
                Thread.sleep(Objects.requireNonNull(arguments.every()));
            }
        }
    }

    private Target target() {
        var home = arguments.home();
        if (home != null) return Target.ofHome(home);
        var environment = System.getenv();
        if (environment.containsKey("KEMPELEN_DB_URL")) return ofEnvironment(environment);
        return Target.ofHome(Path.of(System.getProperty("user.home"), ".kempelen"));
    }

    private static Target ofEnvironment(Map<String, String> environment) {
        var database = new Target.Database(
                environment.getOrDefault("KEMPELEN_DB_URL", ""),
                environment.getOrDefault("KEMPELEN_DB_USER", "kempelen"),
                environment.getOrDefault("KEMPELEN_DB_PASSWORD", ""));
        return new Target(
                environment.getOrDefault("KEMPELEN_KAFKA", "127.0.0.1:9092"),
                URI.create(environment.getOrDefault("KEMPELEN_SCHEMA_REGISTRY", "http://127.0.0.1:8085")),
                Map.of("payout", database),
                "kempelen.");
    }

    private static String words(Throwable unverified) {
        if (unverified instanceof OutOfMemoryError)
            return "there are more events than fit; give it more memory by KEMPELEN_LEDGER_HEAP=2g";
        var cause = unverified.getCause();
        var why = cause == null || cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")";
        return (unverified.getMessage() == null ? unverified.toString() : unverified.getMessage()) + why
                + "\nIs the platform up? ./kempelen status tells.";
    }
}
