package io.kempelen.local.platform;

import io.kempelen.local.platform.Jvm.Compilers;
import io.kempelen.local.process.Program;
import io.kempelen.local.process.Readiness;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The gateway and the five services: which there are, what they are told, on which ports they listen. */
final class Services {

    static final String GATEWAY = "gateway";
    private static final String PAYOUT = "payout-service";
    static final List<String> BEHIND =
            List.of("task-service", "assignment-service", "review-service", "payout-service", "notification-service");
    static final List<String> ALL = List.of(
            "task-service", "assignment-service", "review-service", "payout-service", "notification-service", GATEWAY);

    /** Every request of everybody goes through the one, every request of a worker through the other. */
    private static final Set<String> BUSIEST = Set.of(GATEWAY, "assignment-service");

    private final Home home;
    private final Keys keys;
    private final Distribution distribution;
    private final Options options;
    private final Profile profile;
    private final Map<String, Integer> ports;
    private final Postgres postgres;
    private final Broker broker;
    private final Registry registry;

    Services(
            Home home,
            Keys keys,
            Distribution distribution,
            Options options,
            Profile profile,
            Map<String, Integer> ports,
            Postgres postgres,
            Broker broker,
            Registry registry) {
        this.home = home;
        this.keys = keys;
        this.distribution = distribution;
        this.options = options;
        this.profile = profile;
        this.ports = ports;
        this.postgres = postgres;
        this.broker = broker;
        this.registry = registry;
    }

    /** The database of a service: its name without the ending that all share. */
    static String database(String service) {
        return service.replace("-service", "");
    }

    /** The names of a service's processes: the service itself, then name-2, name-3 … */
    static List<String> processes(String service, Options options) {
        var names = new ArrayList<String>(List.of(service));
        for (int replica = 2; replica <= options.replicas().getOrDefault(service, 1); replica++) {
            names.add(service + "-" + replica);
        }
        return names;
    }

    static String management(String process) {
        return process + ".management";
    }

    String url(String process) {
        return "http://127.0.0.1:" + port(process);
    }

    URI health(String process) {
        return URI.create("http://127.0.0.1:" + port(management(process)) + "/actuator/health/readiness");
    }

    Program program(String service, String process) {
        var heap = service.equals(GATEWAY) ? "224m" : "192m";
        return new Program(
                process,
                new Jvm(distribution, home)
                        .command(
                                process,
                                heap,
                                BUSIEST.contains(service) ? Compilers.BOTH : Compilers.FIRST,
                                List.of("-jar", distribution.jar(service).toString())),
                environment(service, process),
                home.root(),
                home.log(process),
                Readiness.http(health(process)),
                () -> {},
                "TERM",
                Jvm.patience());
    }

    Map<String, String> environment(String service, String process) {
        var database = database(service);
        var variables = new TreeMap<String, String>();
        variables.put("MALLOC_ARENA_MAX", "2");
        variables.put("KEMPELEN_ADDRESS", "127.0.0.1");
        variables.put("KEMPELEN_PORT", Integer.toString(port(process)));
        variables.put("KEMPELEN_MANAGEMENT_PORT", Integer.toString(port(management(process))));
        variables.put("KEMPELEN_DB_URL", postgres.url(database));
        variables.put("KEMPELEN_DB_USER", database);
        variables.put("KEMPELEN_DB_PASSWORD", keys.databasePassword(database));
        variables.put("KEMPELEN_KAFKA", broker.bootstrap());
        variables.put("KEMPELEN_SCHEMA_REGISTRY", registry.url().toString());
        variables.put("KEMPELEN_PARTITIONS", "3");
        variables.put("KEMPELEN_INTERNAL_JWKS", keys.internalPublic().toUri().toString());
        variables.put("KEMPELEN_FRAME_KEY", keys.frameKey());
        variables.put("KEMPELEN_FRAME_ORIGIN", "http://127.0.0.1:" + port(GATEWAY));
        variables.put("KEMPELEN_PUBLIC_URL", "http://localhost:" + port(GATEWAY));
        variables.put("SPRING_PROFILES_ACTIVE", profile.spring());
        if (service.equals(GATEWAY)) variables.putAll(gatewayEnvironment());
        if (service.equals(PAYOUT)) variables.put("KEMPELEN_SECRET_KEY", keys.bankDetailsKey());
        variables.putAll(options.environment().getOrDefault(service, Map.of()));
        variables.putAll(options.environment().getOrDefault(process, Map.of()));
        return variables;
    }

    private Map<String, String> gatewayEnvironment() {
        var variables = new HashMap<String, String>();
        variables.put("KEMPELEN_INTERNAL_KEY", keys.internalPrivate().toUri().toString());
        variables.put("KEMPELEN_SECRET_KEY", keys.secretKey());
        variables.put("KEMPELEN_TOKEN_KEY", keys.issuer().toUri().toString());
        variables.put("KEMPELEN_OPERATOR_ACCESS_KEY", keys.operatorAccessKey());
        variables.put("KEMPELEN_OPERATOR_SECRET", keys.operatorSecret());
        for (var service : BEHIND) {
            var urls = processes(service, options).stream().map(this::url).toList();
            variables.put("KEMPELEN_" + service.toUpperCase(Locale.ROOT).replace('-', '_'), String.join(",", urls));
        }
        return variables;
    }

    private int port(String name) {
        var port = ports.get(name);
        if (port == null) throw new IllegalArgumentException("No port was chosen for " + name + ".");
        return port;
    }
}
