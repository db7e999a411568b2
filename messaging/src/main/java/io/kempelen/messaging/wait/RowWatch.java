package io.kempelen.messaging.wait;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Lets a request wait until a row says what it waits for, whichever replica writes it: one LISTEN connection per replica,
 * opened when somebody first waits, wakes the waiters, and a poll covers what a broken connection missed. Nobody holds a
 * pooled connection meanwhile.
 */
public final class RowWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RowWatch.class);
    private static final String CHANNEL = "kempelen_row";
    private static final int LISTEN_MILLIS = 1_000;
    private static final long POLL_MILLIS = 200;

    private final Map<String, Set<Semaphore>> waiters = new ConcurrentHashMap<>();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private final Hurry hurry;
    private volatile boolean closed;
    private volatile @Nullable Thread listener;

    RowWatch(HikariDataSource pool, JdbcTemplate jdbc, Hurry hurry) {
        this.pool = pool;
        this.jdbc = jdbc;
        this.hurry = hurry;
    }

    /** Tells all waiters, on every replica, once the running transaction commits. */
    public void changed(String key) {
        jdbc.query("SELECT pg_notify(?, ?)", row -> {}, CHANNEL, key);
    }

    /** Looks at once, at every change and every now and then, until there is an answer or the time is over. */
    @SuppressWarnings("try") // the wait is closed and not otherwise used
    public <T> Optional<T> await(String key, Duration atMost, Supplier<Optional<T>> look) {
        if (listening.compareAndSet(false, true)) listen();
        var woken = new Semaphore(0);
        waiters.merge(key, Set.of(woken), RowWatch::union);
        try (var waiting = hurry.begin()) {
            return lookUntil(System.nanoTime() + atMost.toNanos(), woken, look);
        } finally {
            waiters.computeIfPresent(key, (same, all) -> without(all, woken));
        }
    }

    private static Set<Semaphore> union(Set<Semaphore> some, Set<Semaphore> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static @Nullable Set<Semaphore> without(Set<Semaphore> all, Semaphore one) {
        var rest = new HashSet<>(all);
        rest.remove(one);
        return rest.isEmpty() ? null : rest;
    }

    private static <T> Optional<T> lookUntil(long end, Semaphore woken, Supplier<Optional<T>> look) {
        while (true) {
            var seen = look.get();
            long left = end - System.nanoTime();
            if (seen.isPresent() || left <= 0) return seen;
            try {
                var poll = Math.min(left, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
                if (woken.tryAcquire(poll, TimeUnit.NANOSECONDS)) woken.drainPermits();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return look.get();
            }
        }
    }

    private void listen() {
        listener = Thread.ofPlatform().daemon().name("row-watch").start(() -> {
            while (!closed) {
                try (var connection =
                        DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
                    listenOn(connection);
                } catch (SQLException broken) {
                    if (closed) return;
                    LOG.warn("The LISTEN connection broke; waiters poll until it is back: {}", broken.getMessage());
                    pause();
                }
            }
        });
    }

    private void listenOn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        var source = connection.unwrap(PGConnection.class);
        while (!closed) {
            var notes = source.getNotifications(LISTEN_MILLIS);
            if (notes == null) continue;
            for (var note : notes) {
                waiters.getOrDefault(note.getParameter(), Set.of()).forEach(Semaphore::release);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        var running = listener;
        if (running != null) running.interrupt();
    }
}
