package io.kempelen.local.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One supervisor per home, and who it is; the system lets go of the lock even after a kill -9. */
public final class Lock implements AutoCloseable {

    /** Homes of this very process: closing any second channel to the file would drop the lock of the first. */
    private static final Set<Home> OURS = ConcurrentHashMap.newKeySet();

    private final Home home;
    private final FileChannel channel;

    private Lock(Home home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static Lock take(Home home) {
        if (!OURS.add(home)) throw new AlreadyRunning(home);
        try {
            var channel = FileChannel.open(home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                OURS.remove(home);
                throw new AlreadyRunning(home);
            }
            channel.truncate(0);
            var pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.write(ByteBuffer.wrap(pid));
            return new Lock(home, channel);
        } catch (IOException e) {
            OURS.remove(home);
            throw new UncheckedIOException("Cannot lock " + home.lock(), e);
        }
    }

    /** The pid of the living supervisor of a home. */
    public static OptionalLong holder(Home home) {
        if (OURS.contains(home)) return OptionalLong.of(ProcessHandle.current().pid());
        if (!Files.exists(home.lock())) return OptionalLong.empty();
        try (var channel = FileChannel.open(home.lock(), StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) return OptionalLong.empty();
            var pid = Files.readString(home.lock()).strip();
            return pid.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look at " + home.lock(), e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(home);
        }
    }

    /** Another supervisor holds the home. */
    public static final class AlreadyRunning extends RuntimeException {
        AlreadyRunning(Home home) {
            super("Kempelen runs already in " + home.root() + ". See ./kempelen status, or ./kempelen down first.");
        }
    }
}
