package io.kempelen.messaging.testing;

import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a test's application at PostgreSQL and Kafka; both run once per JVM. */
public final class Infrastructure implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final class Once {
        static final Surroundings SURROUNDINGS = Surroundings.start(System.getProperty("infra", "auto"));
    }

    /** The settings that a further replica of the application needs as well. */
    public static Map<String, String> properties() {
        var around = Once.SURROUNDINGS;
        return Map.ofEntries(
                Map.entry("spring.datasource.url", around.databaseUrl()),
                Map.entry("spring.datasource.username", around.databaseUser()),
                Map.entry("spring.datasource.password", around.databasePassword()),
                Map.entry("spring.kafka.bootstrap-servers", around.brokers()),
                Map.entry("kempelen.partitions", "3"),
                Map.entry("kempelen.internal-jwks", "file:" + Tokens.publicKeys()),
                Map.entry("kempelen.frame.key", "test frame key"),
                Map.entry("management.server.port", "0"),
                Map.entry("logging.structured.format.console", ""),
                Map.entry("logging.level.org.testcontainers", "OFF"),
                Map.entry("spring.main.banner-mode", "off"));
    }

    public static String brokers() {
        return Once.SURROUNDINGS.brokers();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(properties()).applyTo(context);
    }
}
