package io.kempelen.local.command;

import io.kempelen.local.platform.Options;
import io.kempelen.local.platform.Platform;
import io.kempelen.local.platform.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts everything and, in the foreground, keeps it alive until Ctrl-C. */
@Command(
        name = "up",
        description = "Start the broker, the registry, PostgreSQL, the gateway and all services on this machine.",
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Pattern COMMA = Pattern.compile(",");

    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = {"-d", "--detach"},
            description = "Return when all is ready and leave it running.")
    private boolean detach;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the gateway (default: 8080 at first, then the same).")
    private @Nullable Integer port;

    @Option(
            names = "--profile",
            paramLabel = "sandbox|prod",
            description = "Whether money is play money (default: sandbox at first, then the same).")
    private @Nullable Profile profile;

    @Option(
            names = {"--replicas", "--service-replicas"},
            paramLabel = "SERVICE=N",
            description = "Run a service as N processes, such as --replicas assignment-service=2.")
    private Map<String, Integer> replicas = Map.of();

    @Option(names = "--env", hidden = true, description = "PROCESS:NAME=VALUE, one more variable for a process.")
    private Map<String, String> environment = Map.of();

    @Option(names = "--only", hidden = true, description = "infra, or services separated by commas.")
    private @Nullable String only;

    @Override
    public Integer call() throws Exception {
        return detach ? new Detached(home, arguments()).start() : inForeground();
    }

    /** What the detached supervisor is to be told. */
    private List<String> arguments() {
        var arguments =
                new ArrayList<String>(List.of("up", "--home", home.home().root().toString()));
        if (port != null) arguments.addAll(List.of("--port", port.toString()));
        if (profile != null) arguments.addAll(List.of("--profile", profile.spring()));
        if (only != null) arguments.addAll(List.of("--only", only));
        replicas.forEach((name, count) -> arguments.addAll(List.of("--replicas", name + "=" + count)));
        environment.forEach((name, value) -> arguments.addAll(List.of("--env", name + "=" + value)));
        return arguments;
    }

    private Options options() {
        var options = Options.defaults().watchedBy(new PrintingWatcher(System.out));
        if (port != null) options = options.withPort(port);
        if (profile != null) options = options.withProfile(profile);
        if (only != null) options = options.only(only.equals("infra") ? List.of() : List.of(COMMA.split(only)));
        for (var replica : replicas.entrySet()) options = options.withReplicas(replica.getKey(), replica.getValue());
        for (var variable : environment.entrySet()) {
            var name = variable.getKey();
            int colon = name.indexOf(':');
            if (colon < 0) throw new IllegalArgumentException("--env wants PROCESS:NAME=VALUE.");
            options = options.withEnvironment(name.substring(0, colon), name.substring(colon + 1), variable.getValue());
        }
        return options;
    }

    private int inForeground() throws Exception {
        var starter = Thread.currentThread();
        var closed = new CountDownLatch(1);
        var hook = new Thread(() -> {
            starter.interrupt();
            await(closed);
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            supervise();
            return 0;
        } catch (InterruptedException e) {
            return 0; // asked to end, and all is stopped
        } catch (Exception e) {
            Runtime.getRuntime().removeShutdownHook(hook); // it would wait for this thread, which is about to exit
            throw e;
        } finally {
            closed.countDown();
        }
    }

    private void supervise() throws Exception {
        long began = System.nanoTime();
        System.out.println("Starting Kempelen in " + home.home().root());
        try (var platform = Platform.start(home.home().root(), options())) {
            System.out.printf("Ready after %.1f s.%n", (System.nanoTime() - began) / 1e9);
            if (only == null) System.out.println(Hints.after(platform.url(), home));
            new CountDownLatch(1).await();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
