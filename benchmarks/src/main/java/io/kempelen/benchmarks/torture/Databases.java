package io.kempelen.benchmarks.torture;

import io.kempelen.benchmarks.http.Api;
import io.kempelen.benchmarks.machine.Installation;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The services' databases, read with the services' own keys and changed by nothing here. */
final class Databases {

    private static final String LEDGER = "payout";
    private static final String REGISTRYS_OWN = "registry";
    private static final Duration POLL = Duration.ofMillis(250);

    /** Owned accounts have a stored balance, which is believed here; the platform's are made of transfers only. */
    private static final String SUMS = """
            SELECT a.currency, sum(coalesce(b.amount, m.amount, 0))
            FROM ledger_account a LEFT JOIN balance b ON b.account_id = a.id LEFT JOIN (
                SELECT account_id, sum(amount) AS amount FROM (
                    SELECT credit_account AS account_id, amount FROM transfer
                    UNION ALL SELECT debit_account, -amount FROM transfer) AS sides
                GROUP BY account_id) AS m ON m.account_id = a.id
            GROUP BY a.currency""";

    private static final String DIFFERING = """
            SELECT b.account_id || ': ' || b.amount || ' stored, ' || coalesce(m.amount, 0) || ' by its transfers'
            FROM balance b LEFT JOIN (
                SELECT account_id, sum(amount) AS amount FROM (
                    SELECT credit_account AS account_id, amount FROM transfer
                    UNION ALL SELECT debit_account, -amount FROM transfer) AS sides
                GROUP BY account_id) AS m ON m.account_id = b.account_id
            WHERE b.amount <> coalesce(m.amount, 0) ORDER BY 1""";

    private final Map<String, Installation.Database> databases;

    Databases(Installation platform) {
        databases = new TreeMap<>(platform.databases());
        databases.remove(REGISTRYS_OWN);
    }

    /** What to do with a row. */
    @FunctionalInterface
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    Booked ledger() {
        var sums = new TreeMap<String, Long>();
        var differing = new ArrayList<String>();
        var moved = new HashMap<String, Map<String, List<Long>>>();
        each(LEDGER, SUMS, row -> sums.put(row.getString(1), row.getLong(2)));
        each(LEDGER, DIFFERING, row -> differing.add(row.getString(1)));
        each(
                LEDGER,
                "SELECT cause, cause_id, amount FROM transfer WHERE cause IN ('REWARD', 'FEE')",
                row -> moved.computeIfAbsent(row.getString(1), unknown -> new HashMap<>())
                        .computeIfAbsent(assignment(row.getString(2)), unknown -> new ArrayList<>())
                        .add(row.getLong(3)));
        return new Booked(sums, moved.getOrDefault("REWARD", Map.of()), moved.getOrDefault("FEE", Map.of()), differing);
    }

    /** The cause is a place: the assignment's own, or the one that an override bought for it. */
    private static String assignment(String place) {
        int slash = place.indexOf('/');
        return slash < 0 ? place : place.substring(0, slash);
    }

    /** Waits until every event is sent, and says how many are not when the time is over. */
    long unsent(Deadline deadline) {
        while (true) {
            long unsent = count("SELECT count(*) FROM outbox");
            if (unsent == 0 || deadline.over()) return unsent;
            Api.pause(POLL);
        }
    }

    long parked() {
        return count("SELECT count(*) FROM parked_record");
    }

    private long count(String query) {
        var sum = new long[1];
        for (var database : databases.keySet()) each(database, query, row -> sum[0] += row.getLong(1));
        return sum[0];
    }

    private void each(String name, String query, Row reader) {
        var database = Objects.requireNonNull(databases.get(name), name);
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) reader.read(rows);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the database " + name + ": " + e.getMessage(), e);
        }
    }
}
