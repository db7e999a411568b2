package io.kempelen.local.command;

import io.kempelen.local.platform.Lock;
import io.kempelen.local.platform.Snapshot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One line per process; the exit code says whether all are healthy. */
@Command(
        name = "status",
        description = "Show name, pid, port and health of every process.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(names = "--json", description = "Everything, with addresses and credentials, as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        var known = Snapshot.read(home.home());
        if (known.isEmpty()) {
            System.out.println(
                    json ? "{}" : "Nothing was ever started in " + home.home().root() + ".");
            return 1;
        }
        var now = known.get().probed();
        System.out.println(
                json ? now.json() : table(now, Lock.holder(home.home()).isPresent()));
        return now.processes().stream().allMatch(entry -> entry.state().equals("READY")) ? 0 : 1;
    }

    static String table(Snapshot now, boolean supervised) {
        var lines = new StringBuilder();
        lines.append(String.format("%-24s %8s %6s  %s%n", "PROCESS", "PID", "PORT", "HEALTH"));
        for (var entry : now.processes()) {
            var pid = entry.pid() == 0 ? "-" : Long.toString(entry.pid());
            lines.append(String.format("%-24s %8s %6d  %s%n", entry.name(), pid, entry.port(), health(entry)));
        }
        lines.append(
                supervised
                        ? "Supervised by pid " + now.supervisor() + "."
                        : "Not supervised: ./kempelen down, then up.");
        return lines.toString();
    }

    private static String health(Snapshot.Entry entry) {
        var word = switch (entry.state()) {
            case "READY" -> "ready";
            case "NOT_READY" -> "not ready";
            default -> "down";
        };
        return entry.restarts() == 0 ? word : word + " (restarted " + entry.restarts() + " times)";
    }
}
