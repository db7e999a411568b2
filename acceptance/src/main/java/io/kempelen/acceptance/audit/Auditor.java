package io.kempelen.acceptance.audit;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The command: {@code Auditor HOME [SECONDS]}. Exit code 0: nothing was found; 1: findings; 2: the audit itself failed.
 */
public final class Auditor {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Auditor() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        if (arguments.length < 1 || arguments.length > 2) {
            System.err.println("Usage: Auditor HOME [SECONDS TO WAIT FOR REST]");
            return 2;
        }
        try {
            var patience = arguments.length == 2 ? Duration.ofSeconds(Long.parseLong(arguments[1])) : PATIENCE;
            var report = new Audit(Target.ofHome(Path.of(arguments[0])), patience).run();
            System.out.print(report);
            return report.findings().none() ? 0 : 1;
        } catch (Exception e) {
            System.err.println("The audit failed: " + (e.getMessage() == null ? e : e.getMessage()));
            return 2;
        }
    }
}
