package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Target;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** payout-service's database on two connections: one that looks at a single moment, one that keeps the outbox still meanwhile. */
final class PayoutStore implements AutoCloseable {

    private static final String TIMED_OUT = "55P03";
    private static final int ROWS_AT_ONCE = 2000;

    private final Connection snapshot;
    private final Connection keeper;

    private PayoutStore(Connection snapshot, Connection keeper) {
        this.snapshot = snapshot;
        this.keeper = keeper;
    }

    static PayoutStore open(Target.Database database) throws SQLException {
        var keeper = connect(database);
        try {
            var snapshot = connect(database);
            snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return new PayoutStore(snapshot, keeper);
        } catch (SQLException e) {
            keeper.close();
            throw e;
        }
    }

    private static Connection connect(Target.Database database) throws SQLException {
        var settings = new Properties();
        settings.put("user", database.user());
        settings.put("password", database.password());
        settings.put("connectTimeout", "10");
        settings.put("ApplicationName", "kempelen-ledger-verify");
        var connection = DriverManager.getConnection(database.url(), settings);
        connection.setAutoCommit(false);
        return connection;
    }

    /** What a row is good for. */
    @FunctionalInterface
    interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Something to be done at one moment. */
    @FunctionalInterface
    interface Step {
        void run() throws SQLException;
    }

    /**
     * Fixes the snapshot and does the step while nobody sends the outbox. A verifier that falls asleep here is thrown out by
     * the database, and finds that out before it believes what it has read.
     */
    void still(Step step) throws SQLException {
        run(keeper, "SET LOCAL lock_timeout = '60s'");
        run(keeper, "SET LOCAL idle_in_transaction_session_timeout = '10s'");
        lock();
        run(snapshot, "SELECT 1");
        step.run();
        run(keeper, "SELECT 1");
        keeper.rollback();
    }

    private void lock() throws SQLException {
        try {
            run(keeper, "SELECT pg_advisory_xact_lock(" + Verification.OUTBOX_LOCK + ")");
        } catch (SQLException e) {
            if (!TIMED_OUT.equals(e.getSQLState())) throw e;
            throw new SQLException(
                    "payout-service has been sending its outbox for a minute and still is. Is Kafka in trouble?", e);
        }
    }

    /** From here on nothing can be changed by mistake. */
    void readOnly() throws SQLException {
        run(snapshot, "SET TRANSACTION READ ONLY");
    }

    Connection snapshot() {
        return snapshot;
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    /** Reads the snapshot. */
    void each(String query, RowReader reader) throws SQLException {
        each(snapshot, query, reader);
    }

    /** Reads what is committed by now. */
    void eachNow(String query, RowReader reader) throws SQLException {
        each(keeper, query, reader);
        keeper.rollback();
    }

    private static void each(Connection connection, String query, RowReader reader) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) reader.read(rows);
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (var first = keeper;
                var second = snapshot) {
            if (!first.isClosed()) first.rollback();
            if (!second.isClosed()) second.rollback();
        }
    }
}
