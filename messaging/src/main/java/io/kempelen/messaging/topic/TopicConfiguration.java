package io.kempelen.messaging.topic;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Every service makes sure that all topics exist, so that none waits for another to start. */
@AutoConfiguration
public class TopicConfiguration {

    /** Makes topics that are missing and leaves the others alone: partitions grow only by a documented drain. */
    @Bean
    static BeanPostProcessor onlyMissingTopics() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof KafkaAdmin admin) admin.setCreateOrModifyTopic(new Missing(admin));
                return bean;
            }
        };
    }

    /** Asks the broker once which topics there are. */
    private static final class Missing implements Predicate<NewTopic> {

        private final KafkaAdmin admin;
        private @Nullable Set<String> existing;

        Missing(KafkaAdmin admin) {
            this.admin = admin;
        }

        @Override
        public synchronized boolean test(NewTopic topic) {
            if (existing == null) existing = ask();
            return !existing.contains(topic.name());
        }

        private Set<String> ask() {
            try (var client = Admin.create(admin.getConfigurationProperties())) {
                return client.listTopics().names().get();
            } catch (ExecutionException away) {
                throw new IllegalStateException("Kafka does not answer: " + away.getCause(), away);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Bean
    KafkaAdmin.NewTopics kempelenTopics(
            @Value("${kempelen.partitions}") int partitions,
            @Value("${kempelen.replicas}") short replicas,
            @Value("${spring.application.name}") String service,
            @Value("${spring.cloud.function.definition:}") String reads) {
        var dead = Arrays.stream(reads.split("[;|,]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> Topics.deadLetters(Topics.PREFIX + name, service));
        return new KafkaAdmin.NewTopics(Stream.concat(Topics.ALL.stream(), dead)
                .map(name -> logOfRecord(name, partitions, replicas))
                .toArray(NewTopic[]::new));
    }

    /** Topics are the log of record: nothing is ever deleted from them. */
    private static NewTopic logOfRecord(String name, int partitions, short replicas) {
        return TopicBuilder.name(name)
                .partitions(partitions)
                .replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, "-1")
                .build();
    }
}
