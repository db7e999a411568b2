package io.kempelen.local.platform;

import io.kempelen.local.process.Child;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The order of a stop: who calls others goes first, the database last. */
final class Shutdown {

    private final Map<String, Child> children;

    Shutdown(Map<String, Child> children) {
        this.children = children;
    }

    void run() throws InterruptedException {
        together(names().stream()
                .filter(name -> name.startsWith(Services.GATEWAY))
                .toList());
        together(names().stream().filter(name -> name.contains("-service")).toList());
        together(List.of(Registry.NAME));
        together(List.of(Broker.NAME));
        together(List.of(Postgres.NAME));
    }

    private List<String> names() {
        return List.copyOf(children.keySet());
    }

    private void together(List<String> names) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (var name : names) {
            var child = children.get(name);
            if (child != null) threads.add(Thread.ofVirtual().start(() -> stop(child)));
        }
        for (var thread : threads) thread.join();
    }

    private static void stop(Child child) {
        try {
            child.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
