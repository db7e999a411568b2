package io.kempelen.local.platform;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses a port for everything that listens in one start of a home. */
final class Ports {

    private static final int GATEWAY = 8080;
    private static final List<String> INFRA =
            List.of(Postgres.NAME, Broker.NAME, Broker.CONTROLLER, Registry.NAME, Registry.MANAGEMENT);

    private Ports() {}

    static Map<String, Integer> choose(Home home, Options options) {
        var book = PortBook.of(home);
        var ports = new TreeMap<String, Integer>();
        if (options.services().contains(Services.GATEWAY)) ports.put(Services.GATEWAY, gateway(book, options));
        for (var name : INFRA) ports.put(name, book.portFor(name));
        for (var service : Services.ALL) {
            for (var process : Services.processes(service, options)) {
                if (!ports.containsKey(process)) ports.put(process, book.portFor(process));
                ports.put(Services.management(process), book.portFor(Services.management(process)));
            }
        }
        return Map.copyOf(ports);
    }

    private static int gateway(PortBook book, Options options) {
        var wanted = options.port();
        int port = wanted == null ? book.remembered(Services.GATEWAY, GATEWAY) : wanted;
        return port == 0 ? book.portFor(Services.GATEWAY) : book.exactly(Services.GATEWAY, port);
    }
}
