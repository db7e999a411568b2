package io.kempelen.messaging.outbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Places where a crash would be worst. Fault tests name one in a file: the process that reaches it says so in its log, takes
 * the name away and waits to be killed. Without the setting this does nothing.
 */
public final class CrashPoints {

    private static final Logger LOG = LoggerFactory.getLogger(CrashPoints.class);

    private final @Nullable Path file;

    public CrashPoints(String file) {
        this.file = file.isBlank() ? null : Path.of(file);
    }

    public void reached(String point) {
        if (file == null || !Files.exists(file)) return;
        try {
            if (!Files.readString(file).strip().equals(point)) return;
            Files.delete(file);
            LOG.warn("Crash point {} reached: waiting for the kill", point);
            Files.writeString(file.resolveSibling(file.getFileName() + ".reached"), point);
            Thread.sleep(60_000);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
