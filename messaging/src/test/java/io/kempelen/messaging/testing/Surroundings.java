package io.kempelen.messaging.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A real PostgreSQL and a real Kafka: in containers where a Docker engine answers, else as local processes. */
record Surroundings(String databaseUrl, String databaseUser, String databasePassword, String brokers) {

    /** Takes {@code auto}, {@code docker} or {@code embedded}; {@code docker} fails where there is none rather than fall back. */
    static Surroundings start(String infra) {
        return switch (infra) {
            case "docker" -> containers();
            case "embedded" -> embedded();
            case "auto" -> DockerClientFactory.instance().isDockerAvailable() ? containers() : embedded();
            default ->
                throw new IllegalArgumentException("-Dinfra is " + infra + ", but must be auto, docker or embedded");
        };
    }

    @SuppressWarnings("resource") // they end with the JVM
    private static Surroundings containers() {
        var postgres =
                new PostgreSQLContainer("postgres:18").withEnv("POSTGRES_INITDB_ARGS", "--locale=C --encoding=UTF8");
        var kafka = new KafkaContainer("apache/kafka:4.1.1");
        postgres.start();
        kafka.start();
        return new Surroundings(
                postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword(), kafka.getBootstrapServers());
    }

    private static Surroundings embedded() {
        var kafka = new EmbeddedKafkaKraftBroker(1, 3);
        kafka.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(kafka::destroy));
        return new Surroundings(postgres(), "postgres", "postgres", kafka.getBrokersAsString());
    }

    private static String postgres() {
        try {
            return EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(Path.of(System.getProperty("kempelen.workdir", "target/infra"))
                            .toFile())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("encoding", "UTF8")
                    .start()
                    .getJdbcUrl("postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
