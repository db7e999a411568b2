package io.kempelen.local.command;

import io.kempelen.local.platform.Lock;
import io.kempelen.local.platform.Snapshot;
import io.kempelen.local.platform.Tools;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a supervisor that outlives this process and the terminal, and shows its progress until all is ready. */
final class Detached {

    private final HomeOption home;
    private final List<String> arguments;

    Detached(HomeOption home, List<String> arguments) {
        this.home = home;
        this.arguments = arguments;
    }

    int start() throws IOException, InterruptedException {
        home.home().create();
        if (Lock.holder(home.home()).isPresent()) {
            System.out.println(
                    "Kempelen runs already in " + home.home().root() + ". See ./kempelen status" + home.typed());
            return 0; // what was asked for is so
        }
        var log = home.home().log("supervisor");
        long offset = Files.exists(log) ? Files.size(log) : 0;
        var supervisor = new ProcessBuilder(command())
                .directory(home.home().root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        supervisor.getOutputStream().close();
        return follow(supervisor, log, offset);
    }

    private List<String> command() {
        var line = new ArrayList<String>();
        if (Tools.has("setsid")) line.add("setsid");
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        System.getProperties().forEach((name, value) -> {
            if (name.toString().startsWith("kempelen.")) line.add("-D" + name + "=" + value);
        });
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.kempelen.local.Kempelen"));
        line.addAll(arguments);
        return line;
    }

    private int follow(Process supervisor, Path log, long offset) throws IOException, InterruptedException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(offset);
            while (true) {
                boolean alive = supervisor.isAlive();
                boolean ready = alive && isReady(supervisor.pid());
                copy(file);
                if (ready) return 0;
                if (!alive) return 1;
                Thread.sleep(100);
            }
        }
    }

    /** The supervisor's own last words, the address and the hints, come through its log. */
    private boolean isReady(long pid) {
        boolean ready = Snapshot.read(home.home())
                .filter(snapshot -> snapshot.supervisor() == pid && snapshot.ready())
                .isPresent();
        if (ready) pause();
        return ready;
    }

    private static void pause() {
        try {
            Thread.sleep(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(RandomAccessFile file) throws IOException {
        var bytes = new byte[8192];
        for (int count = file.read(bytes); count > 0; count = file.read(bytes)) System.out.write(bytes, 0, count);
        System.out.flush();
    }
}
