package io.kempelen.acceptance;

import io.kempelen.acceptance.audit.Audit;
import io.kempelen.acceptance.audit.Target;
import io.kempelen.local.platform.Distribution;
import io.kempelen.local.platform.Home;
import io.kempelen.local.platform.Options;
import io.kempelen.local.platform.Platform;
import io.kempelen.local.platform.Snapshot;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The platform that all tests share, and the people on it. It runs in target/platform, with two replicas of
 * assignment-service; -Dkempelen.home=DIR uses one that runs already instead.
 */
final class World implements AutoCloseable {

    static final List<String> SERVICES = List.of(
            "task-service",
            "assignment-service",
            "review-service",
            "payout-service",
            "notification-service",
            "gateway");
    private static final Duration HEALING = Duration.ofMinutes(2);

    private final Path home;
    private @Nullable Platform platform;
    private @Nullable Client operator;

    private World(Path home) {
        this.home = home;
    }

    static World start() throws Exception {
        var running = System.getProperty("kempelen.home");
        if (running != null) return new World(Path.of(running));
        var world = new World(repository().resolve("acceptance/target/platform"));
        delete(world.home);
        world.up();
        return world;
    }

    /** The folder of the whole source tree. */
    static Path repository() {
        return Distribution.find().repository();
    }

    void up() throws Exception {
        var options = Options.defaults().withPort(0).withReplicas("assignment-service", 2);
        for (var process : processes())
            options = options.withEnvironment(
                    process, "KEMPELEN_CRASH_POINT_FILE", crashFile(process).toString());
        Files.createDirectories(home.resolve("crash"));
        platform = Platform.start(home, options);
    }

    /** Services and their second replicas. */
    static List<String> processes() {
        return List.of(
                "task-service",
                "assignment-service",
                "assignment-service-2",
                "review-service",
                "payout-service",
                "notification-service",
                "gateway");
    }

    boolean isOurs() {
        return platform != null;
    }

    void down() {
        Objects.requireNonNull(platform).close();
    }

    Path crashFile(String process) {
        return home.resolve("crash").resolve(process);
    }

    Path home() {
        return home;
    }

    Snapshot snapshot() {
        return Snapshot.read(new Home(home)).orElseThrow();
    }

    URI url() {
        return URI.create(snapshot().url());
    }

    String kafka() {
        return snapshot().kafka();
    }

    Target target() {
        return Target.ofHome(home);
    }

    /** SIGKILL, as a crash; the supervisor is to start it again. */
    void kill(String process) throws InterruptedException {
        long pid = pid(process);
        var handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
        Eventually.within(HEALING, () -> {
            if (pid(process) == pid) throw new AssertionError(process + " was not started again");
        });
    }

    long pid(String process) {
        long pid = snapshot().process(process).orElseThrow().pid();
        if (pid == 0) throw new AssertionError(process + " is down");
        return pid;
    }

    void awaitReady(String process) {
        Eventually.within(HEALING, () -> {
            var state = snapshot().probed().process(process).orElseThrow().state();
            if (!state.equals("READY")) throw new AssertionError(process + " is " + state);
        });
    }

    void awaitAllReady() {
        snapshot().processes().forEach(entry -> awaitReady(entry.name()));
    }

    Client anybody() {
        return new Client(url(), null);
    }

    /** The first operator, signed in as any client would. */
    Client operator() {
        var known = operator;
        if (known != null) return known;
        var key = snapshot().operator();
        var token = anybody()
                .form(
                        url().resolve("/oauth2/token"),
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        key.accessKeyId(),
                        "client_secret",
                        key.secretAccessKey())
                .expect(200)
                .json()
                .path("access_token")
                .asString();
        known = new Client(url(), token);
        operator = known;
        return known;
    }

    /** After a restart the port may be another. */
    void forgetClients() {
        operator = null;
    }

    Person requester(String name) {
        var requester = person(Map.of("kind", "requester", "name", name));
        var deposit = Map.of("accountId", requester.id(), "amount", "100.00", "reference", "test-" + UUID.randomUUID());
        Eventually.within(
                Duration.ofSeconds(10),
                () -> operator().post("/v1/operator/deposits", deposit).expect(201));
        return requester;
    }

    Person worker(String name) {
        return person(Map.of("kind", "worker", "name", name));
    }

    Person worker(String name, String locale) {
        return person(Map.of("kind", "worker", "name", name, "locale", locale));
    }

    private Person person(Map<String, String> wanted) {
        var account = new LinkedHashMap<>(wanted);
        return Person.of(
                operator().post("/v1/operator/accounts", account).expect(201).json(), url());
    }

    /** The auditor's word on everything that ever happened here. */
    Audit.Report audit() throws Exception {
        return new Audit(target(), Duration.ofSeconds(90)).run();
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    @Override
    public void close() {
        if (platform != null) platform.close();
    }
}
