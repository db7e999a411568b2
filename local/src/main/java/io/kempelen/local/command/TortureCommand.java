package io.kempelen.local.command;

import io.kempelen.local.platform.Distribution;
import io.kempelen.local.platform.Home;
import io.kempelen.local.platform.Lock;
import io.kempelen.local.platform.Options;
import io.kempelen.local.platform.Platform;
import io.kempelen.local.platform.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/** Proofs under fire: processes are killed while work goes on. */
@Command(
        name = "torture",
        description = "Kill processes while work goes on, and prove afterwards that nothing is missing.",
        mixinStandardHelpOptions = true,
        subcommands = TortureCommand.Money.class)
final class TortureCommand {

    @Command(
            name = "money",
            description = {
                "Give 20,000 answers while payout-service, review-service, the broker and PostgreSQL are killed 50 times,"
                        + " each time with at least 100 submissions on the way to their money; then compare answers,"
                        + " topics and ledger to the cent. Exit code 1: something is missing, or the time was over.",
                "",
                "Without --home: on a platform of its own, which is deleted afterwards unless something was wrong.",
                "With --home: on the sandbox that runs there, else on one that is started there and stopped again.",
                "",
                "money [--submissions 20000] [--kills 50] [--in-flight 100] [--seed N] [--minutes 30]",
                "      [--workers 200] [--requesters 5] [--home DIR] [--json FILE]"
            },
            mixinStandardHelpOptions = true)
    static final class Money implements Callable<Integer> {

        @Option(
                names = "--home",
                paramLabel = "DIR",
                description = "The platform to be tortured (default: one of its own, in a temporary folder).")
        private @Nullable Path folder;

        /** The generator's own options. */
        @Unmatched
        private List<String> rest = new ArrayList<>();

        @Override
        public Integer call() throws Exception {
            var auditor =
                    Distribution.find().jar("acceptance"); // missing now is better than missing after half an hour
            var given = folder;
            if (given == null) return onItsOwn(auditor);
            var home = new Home(given);
            return Lock.holder(home).isPresent() ? torture(home, auditor) : started(home, auditor);
        }

        private int onItsOwn(Path auditor) throws Exception {
            var home = new Home(Files.createTempDirectory("kempelen-torture"));
            int code = started(home, auditor);
            if (code == 0) delete(home.root());
            else System.out.println("What is left of the platform is in " + home.root() + ".");
            return code;
        }

        private int started(Home home, Path auditor) throws Exception {
            var options = Options.defaults()
                    .withPort(0)
                    .withProfile(Profile.SANDBOX)
                    .watchedBy(new PrintingWatcher(System.out));
            try (var platform = Platform.start(home.root(), options)) {
                Runtime.getRuntime().addShutdownHook(new Thread(platform::close)); // else children outlive a Ctrl-C
                return torture(home, auditor);
            }
        }

        private int torture(Home home, Path auditor) throws IOException, InterruptedException {
            var arguments = new ArrayList<>(List.of("--home", home.root().toString(), "--auditor", auditor.toString()));
            arguments.addAll(rest);
            return Generator.run("torture.MoneyTorture", arguments);
        }

        private static void delete(Path folder) throws IOException {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
            }
        }
    }
}
