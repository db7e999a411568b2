package io.kempelen.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder that holds everything one platform keeps: data, keys, logs, ports. */
public record Home(Path root) {

    public Home {
        root = root.toAbsolutePath().normalize();
    }

    public static Home standard() {
        return new Home(Path.of(System.getProperty("user.home"), ".kempelen"));
    }

    public Path keys() {
        return root.resolve("keys");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String process) {
        return logs().resolve(process + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path data(String process) {
        return root.resolve("data").resolve(process);
    }

    public Path ports() {
        return root.resolve("ports.json");
    }

    public Path state() {
        return run().resolve("state.json");
    }

    Path lock() {
        return run().resolve("lock");
    }

    Path profile() {
        return root.resolve("profile");
    }

    /** The argument by which a child of this home is recognised on its command line. */
    String mark() {
        return "-Dkempelen.child.of=" + root;
    }

    /** Makes the folders; only the owner may look inside, for keys and answers are there. */
    public void create() {
        try {
            Files.createDirectories(root);
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            for (var folder : new Path[] {keys(), logs(), run(), root.resolve("data")}) Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the home folder " + root, e);
        }
    }
}
