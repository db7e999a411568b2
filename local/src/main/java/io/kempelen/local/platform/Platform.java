package io.kempelen.local.platform;

import io.kempelen.local.api.Operator;
import io.kempelen.local.process.Child;
import io.kempelen.local.process.Program;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A running Kempelen on this machine, supervised by this process.
 *
 * <pre>{@code
 * try (var platform = Platform.start(home, Options.defaults().withPort(0))) {
 *     platform.kill("payout-service");
 *     platform.awaitReady("payout-service");
 * }
 * }</pre>
 */
public final class Platform implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Home home;
    private final Options options;
    private final Profile profile;
    private final Lock lock;
    private final Keys keys;
    private final Map<String, Integer> ports;
    private final Map<String, Child> children = new LinkedHashMap<>();
    private final Postgres postgres;
    private final Broker broker;
    private final Registry registry;
    private final Services services;
    private volatile boolean ready;
    private volatile boolean closed;

    private Platform(Home home, Options options, Distribution distribution, Lock lock) throws IOException {
        this.home = home;
        this.options = options;
        this.lock = lock;
        profile = remember(home, options);
        keys = new Keys(home);
        ports = Ports.choose(home, options);
        postgres = new Postgres(home, keys, distribution, port(Postgres.NAME));
        broker = new Broker(home, keys, distribution, port(Broker.NAME), port(Broker.CONTROLLER));
        registry = new Registry(home, keys, distribution, postgres, port(Registry.NAME), port(Registry.MANAGEMENT));
        services = new Services(home, keys, distribution, options, profile, ports, postgres, broker, registry);
        add(postgres.program());
        add(broker.program());
        add(registry.program());
        addServices();
    }

    /** Starts everything and returns when all of it serves; what was started is stopped again when that fails. */
    public static Platform start(Path folder, Options options) throws Exception {
        var home = new Home(folder);
        home.create();
        var lock = Lock.take(home);
        try {
            Leftovers.end(home);
            var platform = new Platform(home, options, Distribution.find(), lock);
            platform.startAll();
            return platform;
        } catch (Exception e) {
            lock.close();
            throw e;
        }
    }

    private void startAll() throws Exception {
        try {
            new Startup(children, options, postgres, registry).run(PATIENCE);
            ready = true;
            publish();
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    private static Profile remember(Home home, Options options) throws IOException {
        var wanted = options.profile();
        if (wanted == null && Files.exists(home.profile()))
            return Profile.valueOf(Files.readString(home.profile()).strip());
        var profile = wanted == null ? Profile.SANDBOX : wanted;
        Files.writeString(home.profile(), profile.name());
        return profile;
    }

    private void add(Program program) throws IOException {
        LogFile.rotate(program.log());
        children.put(program.name(), new Child(program, new Reporting(this::publish, options.watcher())));
    }

    private void addServices() throws IOException {
        for (var service : options.services()) {
            for (var process : Services.processes(service, options)) add(services.program(service, process));
        }
    }

    /** The gateway. */
    public URI url() {
        return URI.create(services.url(Services.GATEWAY));
    }

    public Home home() {
        return home;
    }

    public String kafka() {
        return broker.bootstrap();
    }

    /** The Confluent REST API of the registry. */
    public URI schemaRegistry() {
        return registry.url();
    }

    /** The first operator, signed in: makes accounts and deposits. */
    public Operator operator(Duration patience) {
        return Operator.signIn(url(), keys.operatorAccessKey(), keys.operatorSecret(), patience);
    }

    /** All names that kill, restart, process understand. */
    public List<String> names() {
        return List.copyOf(children.keySet());
    }

    /** @throws IllegalStateException while the process is down */
    public ProcessHandle process(String name) {
        var handle = child(name).handle();
        if (handle == null) throw new IllegalStateException(name + " is down.");
        return handle;
    }

    /** Kills as a crash does (SIGKILL). The supervisor starts it again; awaitReady waits for that. */
    public void kill(String name) throws InterruptedException {
        child(name).kill();
    }

    /** Ends it politely and starts it again; returns when it serves. */
    public void restart(String name) throws InterruptedException, TimeoutException {
        stop(name);
        resume(name);
        awaitReady(name);
    }

    /** Ends it politely; it stays down until resumed. */
    public void stop(String name) throws InterruptedException {
        child(name).stop();
    }

    /** Starts what was stopped, without waiting. */
    public void resume(String name) {
        child(name).start();
    }

    public void awaitReady(String name) throws InterruptedException, TimeoutException {
        child(name).awaitReady(PATIENCE);
    }

    private Child child(String name) {
        var child = children.get(name);
        if (child == null)
            throw new IllegalArgumentException("No process is called " + name + ", there are " + names());
        return child;
    }

    private int port(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    /** Everything about the running platform, credentials included. */
    public Snapshot snapshot() {
        var databases = new TreeMap<String, Snapshot.Database>();
        for (var name : Startup.databases()) {
            databases.put(name, new Snapshot.Database(postgres.url(name), name, keys.databasePassword(name)));
        }
        var entries = children.values().stream().map(this::entry).toList();
        return new Snapshot(
                home.root().toString(),
                profile.spring(),
                options.services().contains(Services.GATEWAY) ? url().toString() : "",
                ready,
                ProcessHandle.current().pid(),
                kafka(),
                schemaRegistry().toString(),
                databases,
                new Snapshot.AccessKey(keys.operatorAccessKey(), keys.operatorSecret()),
                entries);
    }

    private Snapshot.Entry entry(Child child) {
        var name = child.name();
        var handle = child.handle();
        var management = ports.get(Services.management(name));
        return new Snapshot.Entry(
                name,
                handle == null ? 0 : handle.pid(),
                port(name),
                management,
                management == null ? null : services.url(name),
                health(name, management != null),
                child.state().name(),
                Math.max(0, child.starts() - 1));
    }

    private @Nullable String health(String name, boolean service) {
        if (service) return services.health(name).toString();
        return name.equals(Registry.NAME) ? registry.url() + "/subjects" : null;
    }

    private synchronized void publish() {
        if (!closed) snapshot().write();
    }

    /** Stops in the order in which nobody misses anybody: gateway, services, registry, broker, database. */
    @Override
    public void close() {
        if (closed) return;
        try {
            ready = false;
            new Shutdown(children).run();
            publish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closed = true;
            lock.close();
        }
    }
}
