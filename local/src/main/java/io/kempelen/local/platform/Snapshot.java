package io.kempelen.local.platform;

import io.kempelen.local.process.Readiness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything a stranger to the supervisor's process must know of a running home: addresses, pids, credentials.
 * The supervisor writes it at every change; `status --json` prints it; tests attach by it.
 *
 * @param url the gateway's, by address; people use localhost
 * @param ready all processes have served at least once since the start
 * @param operator access key of the first operator
 */
public record Snapshot(
        String home,
        String profile,
        String url,
        boolean ready,
        long supervisor,
        String kafka,
        String schemaRegistry,
        Map<String, Database> databases,
        AccessKey operator,
        List<Entry> processes) {

    /** One database as its service enters it. */
    public record Database(String url, String user, String password) {}

    /** A key as MTurk's clients hold it. */
    public record AccessKey(String accessKeyId, String secretAccessKey) {}

    /** One child; pid is 0 while it is down. */
    public record Entry(
            String name,
            long pid,
            int port,
            @Nullable Integer managementPort,
            @Nullable String url,
            @Nullable String health,
            String state,
            int restarts) {

        Entry in(String otherState, long otherPid) {
            return new Entry(name, otherPid, port, managementPort, url, health, otherState, restarts);
        }

        /** What a probe says now, whatever the supervisor believed. */
        Entry probed() {
            boolean alive = pid != 0 && ProcessHandle.of(pid).isPresent();
            if (!alive) return in("DOWN", 0);
            var probe = health == null ? Readiness.tcp(port) : Readiness.http(URI.create(health));
            return in(probe.holds() ? "READY" : "NOT_READY", pid);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the last supervisor wrote, be it alive or not. */
    public static Optional<Snapshot> read(Home home) {
        if (!Files.exists(home.state())) return Optional.empty();
        return Optional.of(JSON.readValue(home.state(), Snapshot.class));
    }

    /** The same with each process asked anew. */
    public Snapshot probed() {
        var probed = processes.parallelStream().map(Entry::probed).toList();
        return with(probed);
    }

    public Optional<Entry> process(String name) {
        return processes.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    private Home folder() {
        return new Home(Path.of(home));
    }

    public String json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
    }

    private Snapshot with(List<Entry> entries) {
        return new Snapshot(home, profile, url, ready, supervisor, kafka, schemaRegistry, databases, operator, entries);
    }

    /** Replaces the file in one step: readers see the old one or the new one. */
    void write() {
        var file = folder().state();
        try {
            var draft = Files.createTempFile(
                    file.getParent(),
                    "state",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, json());
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
