package io.kempelen.local.platform;

import io.kempelen.local.process.Orphans;
import io.kempelen.local.process.Signals;
import java.time.Duration;
import java.util.List;

/** Children that outlived a killed supervisor. They are ended, not adopted: nobody would see them die. */
public final class Leftovers {

    private Leftovers() {}

    /** Ends services first, PostgreSQL last. Returns how many there were. */
    public static int end(Home home) throws InterruptedException {
        var jvms = Orphans.withArgument(home.mark());
        var servers = Orphans.withArgument(home.data(Postgres.NAME).toString());
        end(jvms.stream().filter(child -> !isInfra(child)).toList(), "TERM");
        end(jvms.stream().filter(Leftovers::isInfra).toList(), "TERM");
        end(servers, "INT");
        return jvms.size() + servers.size();
    }

    private static boolean isInfra(ProcessHandle child) {
        return Orphans.has(child.pid(), "kafka.Kafka") || Orphans.has(child.pid(), "-Dapicurio.storage.kind=sql");
    }

    private static void end(List<ProcessHandle> children, String signal) throws InterruptedException {
        for (var child : children) Signals.send(signal, child.pid());
        for (var child : children) Orphans.end(child, signal, Duration.ofSeconds(20));
    }
}
