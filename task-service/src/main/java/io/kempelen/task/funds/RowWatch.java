package io.kempelen.task.funds;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets a request wait until a row says what it waits for, whichever replica writes it: one LISTEN connection per replica
 * wakes the waiters, and a poll covers what a broken connection missed. Nobody holds a pooled connection meanwhile.
 */
@Component
public class RowWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RowWatch.class);
    private static final String CHANNEL = "kempelen_task";
    private static final int LISTEN_MILLIS = 1_000;
    private static final long POLL_MILLIS = 200;

    private final Map<String, Set<Semaphore>> waiters = new ConcurrentHashMap<>();
    private final HikariDataSource pool;
    private final JdbcTemplate jdbc;
    private volatile @Nullable Thread listener;

    RowWatch(DataSource dataSource, JdbcTemplate jdbc) throws SQLException {
        this.pool = dataSource.unwrap(HikariDataSource.class);
        this.jdbc = jdbc;
    }

    /** Tells all waiters, on every replica, once the running transaction commits. */
    public void changed(String key) {
        jdbc.query("SELECT pg_notify(?, ?)", row -> {}, CHANNEL, key);
    }

    /** Looks at once, at every change and every now and then, until there is an answer or the time is over. */
    public <T> Optional<T> await(String key, Duration atMost, Supplier<Optional<T>> look) {
        var woken = new Semaphore(0);
        var mine = waiters.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet());
        mine.add(woken);
        try {
            return lookUntil(System.nanoTime() + atMost.toNanos(), woken, look);
        } finally {
            waiters.computeIfPresent(key, (k, all) -> all.remove(woken) && all.isEmpty() ? null : all);
        }
    }

    private static <T> Optional<T> lookUntil(long end, Semaphore woken, Supplier<Optional<T>> look) {
        while (true) {
            var seen = look.get();
            long left = end - System.nanoTime();
            if (seen.isPresent() || left <= 0) return seen;
            try {
                woken.tryAcquire(Math.min(left, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS)), TimeUnit.NANOSECONDS);
                woken.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return look.get();
            }
        }
    }

    @Override
    public void start() {
        listener = Thread.ofPlatform().daemon().name("row-watch").start(this::listen);
    }

    private void listen() {
        while (isRunning()) {
            try (var connection =
                    DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())) {
                listenOn(connection);
            } catch (SQLException e) {
                LOG.warn("The LISTEN connection broke; waiters poll until it is back: {}", e.getMessage());
                pause();
            }
        }
    }

    private void listenOn(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("LISTEN " + CHANNEL);
        }
        var source = connection.unwrap(PGConnection.class);
        while (isRunning()) {
            var notes = source.getNotifications(LISTEN_MILLIS);
            if (notes == null) continue;
            for (var note : notes)
                waiters.getOrDefault(note.getParameter(), Set.of()).forEach(Semaphore::release);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        var running = listener;
        listener = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }
}
