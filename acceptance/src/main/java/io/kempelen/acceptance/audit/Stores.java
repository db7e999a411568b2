package io.kempelen.acceptance.audit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The services' databases, each read in a transaction that is never committed. */
public final class Stores implements AutoCloseable {

    private static final int ROWS_AT_ONCE = 2000;

    private final Map<String, Connection> connections = new TreeMap<>();

    public static Stores open(Target target) throws SQLException {
        var stores = new Stores();
        try {
            for (var database : target.databases().entrySet()) {
                var one = database.getValue();
                var connection = DriverManager.getConnection(one.url(), one.user(), one.password());
                connection.setAutoCommit(false);
                stores.connections.put(database.getKey(), connection);
            }
            return stores;
        } catch (SQLException e) {
            stores.close();
            throw e;
        }
    }

    /** What a row is good for. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    Set<String> names() {
        return connections.keySet();
    }

    /** The connection on which a database is read: what a test plants there, uncommitted, only this audit sees. */
    public Connection connection(String database) {
        var connection = connections.get(database);
        if (connection == null) throw new IllegalArgumentException("There is no database " + database);
        return connection;
    }

    void each(String database, String query, RowReader reader) {
        try (var statement = connection(database).createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read " + database + ": " + e.getMessage(), e);
        }
    }

    long number(String database, String query) {
        var number = new long[1];
        each(database, query, row -> number[0] = row.getLong(1));
        return number[0];
    }

    /** Forgets what was planted and sees what was committed since. */
    public void refresh() throws SQLException {
        for (var connection : connections.values()) connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections.values()) {
            connection.rollback();
            connection.close();
        }
    }
}
