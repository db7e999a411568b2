package io.kempelen.local.platform;

import io.kempelen.local.process.Watcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one start of a platform may differ in; everything else is remembered in its home.
 *
 * @param port the gateway's; null: the remembered one, 8080 at first
 * @param profile null: the remembered one, sandbox at first
 * @param replicas how many processes of a service; one where it is not named
 * @param environment more variables per process name, as fault tests want
 * @param services the ones to start, the gateway among them; all by default
 * @param parallelStarts services started at the same time; more only fight for the processors
 */
public record Options(
        @Nullable Integer port,
        @Nullable Profile profile,
        Map<String, Integer> replicas,
        Map<String, Map<String, String>> environment,
        List<String> services,
        int parallelStarts,
        Watcher watcher) {

    public static Options defaults() {
        int parallel = Math.max(2, Runtime.getRuntime().availableProcessors());
        return new Options(null, null, Map.of(), Map.of(), Services.ALL, parallel, new Watcher() {});
    }

    /** Zero asks for any free port. */
    public Options withPort(int wanted) {
        return new Options(wanted, profile, replicas, environment, services, parallelStarts, watcher);
    }

    public Options withProfile(Profile wanted) {
        return new Options(port, wanted, replicas, environment, services, parallelStarts, watcher);
    }

    public Options withReplicas(String service, int count) {
        var more = new HashMap<>(replicas);
        more.put(service, count);
        return new Options(port, profile, Map.copyOf(more), environment, services, parallelStarts, watcher);
    }

    public Options withEnvironment(String process, String name, String value) {
        var more = new HashMap<>(environment);
        var variables = new HashMap<>(more.getOrDefault(process, Map.of()));
        variables.put(name, value);
        more.put(process, Map.copyOf(variables));
        return new Options(port, profile, replicas, Map.copyOf(more), services, parallelStarts, watcher);
    }

    /** Only these services and the infrastructure; none leaves the infrastructure alone. */
    public Options only(List<String> wanted) {
        return new Options(port, profile, replicas, environment, List.copyOf(wanted), parallelStarts, watcher);
    }

    public Options watchedBy(Watcher other) {
        return new Options(port, profile, replicas, environment, services, parallelStarts, other);
    }
}
