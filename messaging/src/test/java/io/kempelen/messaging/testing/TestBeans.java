package io.kempelen.messaging.testing;

import io.kempelen.messaging.registry.EventCodec;
import io.kempelen.messaging.registry.SchemaRegistry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** What a test can inject besides the service's own beans. */
@TestConfiguration(proxyBeanMethods = false)
public class TestBeans {

    @Bean
    SchemaRegistry schemaRegistry() {
        return InMemorySchemaRegistry.SHARED;
    }

    @Bean(destroyMethod = "close")
    KafkaProbe kafkaProbe(EventCodec codec, @Value("${spring.kafka.bootstrap-servers}") String brokers) {
        return new KafkaProbe(codec, brokers);
    }

    @Bean
    TestApi testApi(Environment environment) {
        return new TestApi(environment);
    }
}
