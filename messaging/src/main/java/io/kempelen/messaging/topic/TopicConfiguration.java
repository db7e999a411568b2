package io.kempelen.messaging.topic;

import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/** Every service makes sure that all topics exist, so that none waits for another to start. */
@AutoConfiguration
public class TopicConfiguration {

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
