package io.kempelen.messaging.registry;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The registry named by configuration, and the codec over it. */
@AutoConfiguration
public class RegistryConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SchemaRegistry schemaRegistry(
            @Value("${kempelen.schema-registry}") String url,
            @Value("${kempelen.auto-register-schemas}") boolean autoRegister) {
        return new HttpSchemaRegistry(url, autoRegister);
    }

    @Bean
    EventCodec eventCodec(SchemaRegistry registry) {
        return new EventCodec(registry);
    }

    @Bean
    SchemaRegistration schemaRegistration(EventCodec codec, @Value("${kempelen.topic}") String topic) {
        return new SchemaRegistration(codec, topic);
    }
}
