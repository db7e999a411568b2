package io.kempelen.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which port each process listens on: chosen free once, remembered, chosen anew only when taken by somebody else. */
final class PortBook {

    /** Below the range from which systems take the local ports of outgoing connections. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 31_999;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final IntPredicate free;
    private final Map<String, Integer> ports = new TreeMap<>();

    PortBook(Path file, IntPredicate free) {
        this.file = file;
        this.free = free;
        if (Files.exists(file)) ports.putAll(JSON.readValue(file, new TypeReference<Map<String, Integer>>() {}));
    }

    static PortBook of(Home home) {
        return new PortBook(home.ports(), PortBook::isFree);
    }

    /** The remembered port, or another free one. */
    int portFor(String name) {
        var remembered = ports.get(name);
        if (remembered != null && free.test(remembered)) return remembered;
        int chosen = choose();
        ports.put(name, chosen);
        save();
        return chosen;
    }

    /**
     * The gateway's port is promised to people, so it never changes by itself.
     *
     * @throws PortTaken when it is not free
     */
    int exactly(String name, int port) {
        if (!free.test(port)) throw new PortTaken(port);
        ports.put(name, port);
        save();
        return port;
    }

    int remembered(String name, int otherwise) {
        return ports.getOrDefault(name, otherwise);
    }

    private int choose() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            if (!ports.containsValue(port) && free.test(port)) return port;
        }
        throw new IllegalStateException("No free port between " + LOWEST + " and " + HIGHEST + ".");
    }

    private void save() {
        try {
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(ports));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remember the ports in " + file, e);
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // connections of a former process may still linger
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The gateway's port belongs to another process. */
    static final class PortTaken extends RuntimeException {
        PortTaken(int port) {
            super("Port " + port + " is taken by another process. Choose another one: ./kempelen up --port "
                    + (port + 1));
        }
    }
}
