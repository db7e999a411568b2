package io.kempelen.local.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Looks at the machine and the build; changes nothing. */
public final class Checkup {

    private static final long GIB = 1L << 30;
    private static final Instant OLDEST = Instant.parse("2026-01-01T00:00:00Z");

    private final Home home;
    private final List<Finding> findings = new ArrayList<>();

    private Checkup(Home home) {
        this.home = home;
    }

    /** One thing looked at. The mend is worth reading when it is not well. */
    public record Finding(boolean well, String what, String mend) {}

    public static List<Finding> of(Home home) {
        var checkup = new Checkup(home);
        checkup.java();
        checkup.system();
        checkup.disk();
        checkup.memory();
        checkup.ports();
        checkup.clock(InstantSource.system().instant());
        checkup.database();
        checkup.build();
        return checkup.findings;
    }

    private void say(boolean well, String what, String mend) {
        findings.add(new Finding(well, what, mend));
    }

    private void java() {
        int feature = Runtime.version().feature();
        say(
                feature >= 25,
                "Java " + Runtime.version() + " in " + System.getProperty("java.home"),
                "Install a JDK 25 or newer and set JAVA_HOME or KEMPELEN_JAVA to it.");
    }

    private void system() {
        var system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        say(
                system.equals("Linux amd64"),
                "System " + system,
                "PostgreSQL's programs are shipped for Linux on x86-64 only.");
    }

    private void disk() {
        try {
            var existing = home.root();
            while (!Files.exists(existing)) existing = java.util.Objects.requireNonNull(existing.getParent());
            long free = Files.getFileStore(existing).getUsableSpace();
            say(
                    free > 3 * GIB,
                    "Disk: " + free / GIB + " GiB free at " + home.root(),
                    "Free at least 3 GiB, or choose another folder with --home.");
            say(Files.isWritable(existing), "Writable: " + existing, "Choose a folder of your own with --home.");
        } catch (IOException e) {
            say(false, "Disk at " + home.root() + ": " + e.getMessage(), "Choose another folder with --home.");
        }
    }

    private void memory() {
        try {
            for (var line : Files.readAllLines(Path.of("/proc/meminfo"))) {
                if (!line.startsWith("MemAvailable:")) continue;
                long free = Long.parseLong(line.replaceAll("\\D", "")) << 10;
                boolean running = Lock.holder(home).isPresent();
                say(
                        running || free > 4 * GIB,
                        "Memory: " + free / (1L << 20) + " MiB available",
                        "All processes together take up to 4 GiB: close something or take a larger machine.");
            }
        } catch (IOException e) {
            say(true, "Memory: unknown", "");
        }
    }

    private void ports() {
        if (Lock.holder(home).isPresent()) {
            say(true, "Ports: in use by the Kempelen that runs here", "");
            return;
        }
        int port = PortBook.of(home).remembered(Services.GATEWAY, 8080);
        say(
                PortBook.isFree(port),
                "Port " + port + " for the gateway",
                "Choose another one: ./kempelen up --port " + (port + 1));
    }

    private void clock(Instant now) {
        say(now.isAfter(OLDEST), "Clock: " + now, "Set the clock: signatures and deadlines depend on it.");
    }

    private void database() {
        if (!Tools.isRoot()) {
            say(true, "PostgreSQL runs as " + System.getProperty("user.name"), "");
            return;
        }
        boolean able = Tools.works(List.of("unshare", "-U", "true"));
        say(
                able,
                "PostgreSQL, which refuses root, in a user namespace (unshare -U)",
                "Run as an ordinary user, or allow user namespaces: sysctl -w kernel.unprivileged_userns_clone=1; in a"
                        + " container add the capability SYS_ADMIN or --security-opt seccomp=unconfined.");
    }

    private void build() {
        var missing = Distribution.find().missing();
        say(
                missing.isEmpty(),
                missing.isEmpty() ? "Built" : "Not built: " + missing,
                "Run ./mvnw -DskipTests package in the repository, or ./kempelen up, which does it.");
    }
}
