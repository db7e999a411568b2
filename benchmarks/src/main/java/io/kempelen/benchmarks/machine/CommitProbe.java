package io.kempelen.benchmarks.machine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** How many transactions of one row this machine's disk and PostgreSQL bear: the yardstick that makes runs on two machines comparable. */
public final class CommitProbe {

    private static final String SCHEMA = "kempelen_bench";
    private static final int WRITERS = 8;

    private final Installation.Database database;

    public CommitProbe(Installation.Database database) {
        this.database = database;
    }

    /** Commits per second, and the two settings without which the figure would mean nothing. */
    public record Result(double commitsPerSecond, int writers, String fsync, String synchronousCommit) {}

    public Result measure(Duration duration) {
        try (var connection = connect()) {
            prepare(connection);
            try {
                var rate = commits(duration) / (duration.toNanos() / 1e9);
                return new Result(rate, WRITERS, show(connection, "fsync"), show(connection, "synchronous_commit"));
            } finally {
                run(connection, "DROP SCHEMA " + SCHEMA + " CASCADE");
            }
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("The probe of PostgreSQL failed: " + e.getMessage(), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped", stopped);
        }
    }

    private long commits(Duration duration) throws InterruptedException, ExecutionException {
        try (var writers = Executors.newFixedThreadPool(WRITERS)) {
            var work = new ArrayList<Callable<Long>>();
            for (int i = 0; i < WRITERS; i++) work.add(() -> write(duration));
            long sum = 0;
            for (var done : writers.invokeAll(work)) sum += done.get();
            return sum;
        }
    }

    private long write(Duration duration) throws SQLException {
        try (var connection = connect();
                var insert = connection.prepareStatement("INSERT INTO " + SCHEMA + ".row (note) VALUES (?)")) {
            long end = System.nanoTime() + duration.toNanos();
            long done = 0;
            while (System.nanoTime() < end) {
                insert.setString(1, "one row, one commit");
                insert.executeUpdate();
                done++;
            }
            return done;
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        run(connection, "DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE");
        run(connection, "CREATE SCHEMA " + SCHEMA);
        run(
                connection,
                "CREATE TABLE " + SCHEMA + ".row (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, note text)");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW " + setting)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url(), database.user(), database.password());
    }
}
