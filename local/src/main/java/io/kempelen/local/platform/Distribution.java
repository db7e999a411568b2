package io.kempelen.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the build made: jars of the services, the broker's class path, the registry's folder. Relocatable. */
public record Distribution(Path repository) {

    /** Names the repository folder; the script sets it. */
    public static final String PROPERTY = "kempelen.repository";

    /** By property, else the nearest folder above the working directory that looks like the repository. */
    public static Distribution find() {
        var named = System.getProperty(PROPERTY);
        if (named != null)
            return new Distribution(Path.of(named).toAbsolutePath().normalize());
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("local/pom.xml")) && Files.exists(folder.resolve("schemas"))) {
                return new Distribution(folder);
            }
        }
        throw new IllegalStateException("Run inside the Kempelen repository or set -D" + PROPERTY + "=<its folder>.");
    }

    /** The jar of a module, beside whose lib folder it runs. */
    public Path jar(String module) {
        var target = repository.resolve(module).resolve("target");
        return first(target, "kempelen-" + module + "-", ".jar");
    }

    Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    Path registry() {
        return required(target().resolve("registry/quarkus-run.jar"));
    }

    String brokerClassPath() {
        return required(target().resolve("kafka")) + "/*";
    }

    /** Where PostgreSQL is unpacked; shared by all homes. */
    Path postgres() {
        return target().resolve("postgres");
    }

    /** An archive of the classes that the process loads; absent is no fault, it only starts slower. */
    Path startupCache(String process) {
        return target().resolve("cds").resolve(process + ".jsa");
    }

    /** What is missing for a start, as paths. */
    public List<Path> missing() {
        var wanted =
                new ArrayList<Path>(List.of(target().resolve("kafka"), target().resolve("registry/quarkus-run.jar")));
        var missing = new ArrayList<Path>();
        for (var path : wanted) if (!Files.exists(path)) missing.add(path);
        for (var service : Services.ALL) {
            var target = repository.resolve(service).resolve("target");
            if (find(target, "kempelen-" + service + "-", ".jar") == null)
                missing.add(target.resolve(service + ".jar"));
        }
        return missing;
    }

    private Path target() {
        return repository.resolve("local/target");
    }

    private static Path first(Path folder, String prefix, String suffix) {
        var found = find(folder, prefix, suffix);
        if (found == null) throw new NotBuilt(folder.resolve(prefix + "*" + suffix));
        return found;
    }

    private static @Nullable Path find(Path folder, String prefix, String suffix) {
        if (!Files.isDirectory(folder)) return null;
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isProduct(file.getFileName().toString(), prefix, suffix))
                    .findFirst()
                    .orElse(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProduct(String name, String prefix, String suffix) {
        return name.startsWith(prefix)
                && name.endsWith(suffix)
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar")
                && !name.endsWith("-javadoc.jar");
    }

    private static Path required(Path path) {
        if (!Files.exists(path)) throw new NotBuilt(path);
        return path;
    }

    /** The build has not made this yet. */
    static final class NotBuilt extends RuntimeException {
        NotBuilt(Path path) {
            super("Not built: " + path + ". Run ./mvnw -DskipTests package, or let ./kempelen do it.");
        }
    }
}
