package io.kempelen.messaging.inbox;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;

/** Refuses to start a service whose watermarks belong to a topic that no longer exists under that name. */
final class TopicGuard implements SmartInitializingSingleton {

    private final KafkaAdmin admin;
    private final Watermarks watermarks;
    private final List<String> topics;

    TopicGuard(KafkaAdmin admin, Watermarks watermarks, List<String> topics) {
        this.admin = admin;
        this.watermarks = watermarks;
        this.topics = topics;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (topics.isEmpty()) return;
        admin.initialize();
        Map<String, TopicDescription> found = admin.describeTopics(topics.toArray(String[]::new));
        found.forEach((topic, description) -> watermarks.bind(
                topic, description.partitions().size(), description.topicId().toString()));
    }
}
