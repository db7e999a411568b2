package io.kempelen.local.platform;

import io.kempelen.local.process.Program;
import io.kempelen.local.process.Readiness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The schema registry. It keeps its schemas in PostgreSQL: a schema id lost in a crash would make every older event unreadable. */
final class Registry {

    static final String NAME = "registry";
    static final String MANAGEMENT = "registry-management";
    static final String DATABASE = "registry";

    private final Home home;
    private final Keys keys;
    private final Distribution distribution;
    private final Postgres postgres;
    private final int port;
    private final int managementPort;

    Registry(Home home, Keys keys, Distribution distribution, Postgres postgres, int port, int managementPort) {
        this.home = home;
        this.keys = keys;
        this.distribution = distribution;
        this.postgres = postgres;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** What speaks Confluent's REST API. */
    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    }

    Program program() {
        var line = List.of(
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=" + managementPort,
                "-Dquarkus.http.access-log.enabled=false",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=postgresql",
                "-Dapicurio.datasource.url=" + postgres.url(DATABASE),
                "-Dapicurio.datasource.username=" + DATABASE,
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10",
                "-jar",
                distribution.registry().toString());
        return new Program(
                NAME,
                new Jvm(distribution, home).command(NAME, "160m", Jvm.Compilers.FIRST, line),
                Map.of("MALLOC_ARENA_MAX", "2", "APICURIO_DATASOURCE_PASSWORD", keys.databasePassword(DATABASE)),
                home.root(),
                home.log(NAME),
                Readiness.http(URI.create(url() + "/subjects")),
                () -> {},
                "TERM",
                Jvm.patience());
    }

    /** The registry itself allows any change; the platform promises that old and new readers understand each other. */
    void demandCompatibility() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url() + "/config"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .timeout(Duration.ofSeconds(10))
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(
                        "The registry refused FULL_TRANSITIVE: " + answer.statusCode() + " " + answer.body());
            }
        }
    }
}
