package io.kempelen.messaging.registry;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.util.ClassUtils;

/** The registry named by configuration, and the codec over it: our own, or Confluent's where the properties name it (profile {@code confluent}). */
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
    EventCodec eventCodec(
            SchemaRegistry registry,
            @Value("${kempelen.schema-registry}") String url,
            @Value("${kempelen.auto-register-schemas}") boolean autoRegister,
            @Value("${kempelen.avro.serializer:}") String serializer,
            @Value("${kempelen.avro.deserializer:}") String deserializer) {
        var settings = Map.<String, Object>of(
                RegistryConfig.URL,
                url,
                RegistryConfig.AUTO_REGISTER,
                autoRegister,
                RegistryConfig.SPECIFIC_READER,
                true,
                "value.subject.name.strategy",
                "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy");
        return new EventCodec(
                serializer.isEmpty() ? new EventSerializer(registry) : foreignSerializer(serializer, settings),
                deserializer.isEmpty() ? new EventDeserializer(registry) : foreignDeserializer(deserializer, settings));
    }

    @SuppressWarnings("unchecked") // Confluent's serializer takes any object
    private static Serializer<Object> foreignSerializer(String name, Map<String, Object> settings) {
        var serializer = (Serializer<Object>) BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, null));
        serializer.configure(settings, false);
        return serializer;
    }

    @SuppressWarnings("unchecked") // Confluent's deserializer gives any object
    private static Deserializer<Object> foreignDeserializer(String name, Map<String, Object> settings) {
        TrustedClasses.allowEvents();
        var deserializer = (Deserializer<Object>) BeanUtils.instantiateClass(ClassUtils.resolveClassName(name, null));
        deserializer.configure(settings, false);
        return deserializer;
    }

    @Bean
    SchemaRegistration schemaRegistration(SchemaRegistry registry, @Value("${kempelen.topic}") String topic) {
        return new SchemaRegistration(registry, topic);
    }
}
