package io.kempelen.local.platform;

import io.kempelen.local.process.Orphans;
import io.kempelen.local.process.Program;
import io.kempelen.local.process.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one PostgreSQL of a home: a database and a role for each service, every commit on disk before it is answered. */
final class Postgres {

    static final String NAME = "postgres";
    private static final String SUPERUSER = "postgres";

    private final Home home;
    private final Keys keys;
    private final Distribution distribution;
    private final int port;
    private final Path data;

    Postgres(Home home, Keys keys, Distribution distribution, int port) {
        this.home = home;
        this.keys = keys;
        this.distribution = distribution;
        this.port = port;
        data = home.data(NAME);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Program program() throws IOException {
        var line = new ArrayList<String>(Jvm.detached());
        line.addAll(unprivileged());
        line.addAll(List.of(binary("postgres"), "-D", data.toString()));
        settings().forEach((name, value) -> line.addAll(List.of("-c", name + "=" + value)));
        return new Program(
                NAME,
                line,
                Map.of("LC_ALL", "C", "TZ", "UTC"),
                home.root(),
                home.log(NAME),
                this::answers,
                this::beforeStart,
                "INT",
                Duration.ofSeconds(30));
    }

    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("max_connections", "300"),
                Map.entry("shared_buffers", "96MB"),
                Map.entry("max_wal_size", "2GB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("random_page_cost", "1.1"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"));
    }

    /** Initialises a cluster at first and clears the lock file of a killed server whose pid may be somebody else's by now. */
    private void beforeStart() throws IOException, InterruptedException {
        if (!Files.exists(data.resolve("PG_VERSION"))) initialise();
        var lock = data.resolve("postmaster.pid");
        if (!Files.exists(lock)) return;
        var lines = Files.readAllLines(lock);
        long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        if (Orphans.has(pid, data.toString())) {
            Orphans.end(ProcessHandle.of(pid).orElseThrow(), "INT", Duration.ofSeconds(20));
        }
        Files.deleteIfExists(lock);
    }

    private void initialise() throws IOException, InterruptedException {
        Files.createDirectories(data.getParent());
        var draft = Files.createTempDirectory(
                data.getParent(),
                "new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var line = new ArrayList<String>(unprivileged());
        line.addAll(List.of(
                binary("initdb"),
                "-D",
                draft.toString(),
                "-U",
                SUPERUSER,
                "--auth=scram-sha-256",
                "--pwfile=" + keys.databasePasswordFile(SUPERUSER),
                "--encoding=UTF8",
                "--locale=C",
                "--no-instructions"));
        Tools.run(line, home.root(), home.log(NAME));
        Files.move(draft, data); // a half-made cluster never gets this name
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody in particular. */
    private static List<String> unprivileged() {
        return Tools.isRoot() ? List.of("unshare", "-U") : List.of();
    }

    private String binary(String name) throws IOException {
        Path folder;
        try {
            folder = Archive.unpackedAt(distribution.postgres());
        } catch (java.nio.file.AccessDeniedException | java.nio.file.ReadOnlyFileSystemException e) {
            folder = Archive.unpackedAt(home.root().resolve("postgres"));
        }
        return folder.resolve("bin").resolve(name).toString();
    }

    private boolean answers() throws SQLException {
        if (!Readiness.tcp(port).holds()) return false;
        try (var connection = connect()) {
            return connection.isValid(2);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                url("postgres") + "?loginTimeout=5", SUPERUSER, keys.databasePassword(SUPERUSER));
    }

    /** Makes the databases that are not there yet, each with its own role that may enter no other. */
    void createDatabases(List<String> names) throws SQLException {
        try (var connection = connect()) {
            for (var name : names) create(connection, name);
        }
    }

    private void create(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            var password = keys.databasePassword(name);
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
                statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
            }
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name
                        + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
                statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            }
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
