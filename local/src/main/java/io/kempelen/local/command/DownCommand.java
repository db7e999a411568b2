package io.kempelen.local.command;

import io.kempelen.local.platform.Leftovers;
import io.kempelen.local.platform.Lock;
import io.kempelen.local.process.Orphans;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends the supervisor, which ends its children in order; then whatever a killed supervisor may have left. */
@Command(name = "down", description = "Stop everything; the data stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Mixin
    private HomeOption home = new HomeOption();

    @Override
    public Integer call() throws InterruptedException {
        var holder = Lock.holder(home.home());
        if (holder.isPresent()) {
            System.out.println("Stopping the services, the registry, the broker and PostgreSQL ...");
            var supervisor = ProcessHandle.of(holder.getAsLong());
            if (supervisor.isPresent()) Orphans.end(supervisor.get(), "TERM", PATIENCE);
        }
        int leftovers = Leftovers.end(home.home());
        if (leftovers > 0) System.out.println("Ended " + leftovers + " processes that had no supervisor.");
        System.out.println(
                holder.isPresent() || leftovers > 0
                        ? "Stopped."
                        : "Nothing ran in " + home.home().root() + ".");
        return 0;
    }
}
