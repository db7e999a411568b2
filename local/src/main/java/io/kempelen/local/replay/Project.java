package io.kempelen.local.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recorded project: what the workers saw and what they answered.
 *
 * @param name used where the batch has no title
 */
public record Project(String name, byte[] template, byte[] batch) {

    public static Project read(Path template, Path batch) throws IOException {
        var folder = batch.toAbsolutePath().normalize().getParent();
        var name = folder == null || folder.getFileName() == null
                ? "Replay"
                : folder.getFileName().toString();
        return new Project(name, Files.readAllBytes(template), Files.readAllBytes(batch));
    }

    /** The small project that ships with Kempelen. */
    public static Project demo() throws IOException {
        return new Project("demo", resource("/demo/template.html"), resource("/demo/batch.csv"));
    }

    private static byte[] resource(String name) throws IOException {
        try (var stream = Project.class.getResourceAsStream(name)) {
            if (stream == null) throw new IOException("The demo's " + name + " is not in the jar.");
            return stream.readAllBytes();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Project project
                && name.equals(project.name)
                && java.util.Arrays.equals(template, project.template)
                && java.util.Arrays.equals(batch, project.batch);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
