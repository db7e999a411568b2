package io.kempelen.messaging.inbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.messaging.Message;

/** Makes stream functions out of handlers: every event takes effect once. */
public final class Inbox {

    private final BatchTransaction transaction;
    private final Gathering gathering;
    private final Map<String, BatchHandler> handlers = new ConcurrentHashMap<>();

    Inbox(BatchTransaction transaction, Gathering gathering) {
        this.transaction = transaction;
        this.gathering = gathering;
    }

    /** A stream function for the topic that the bean is named after ({@code tasks} reads {@code kempelen.tasks}). */
    public Consumer<Message<List<byte[]>>> once(BatchHandler handler) {
        return new TopicConsumer(handler);
    }

    /** What handles a topic's events here. */
    BatchHandler handler(String topic) {
        var handler = handlers.get(topic);
        if (handler == null) throw new IllegalStateException("This service does not read " + topic);
        return handler;
    }

    private final class TopicConsumer
            implements Consumer<Message<List<byte[]>>>, org.springframework.beans.factory.BeanNameAware {

        private final BatchHandler handler;
        private volatile String name = "";

        TopicConsumer(BatchHandler handler) {
            this.handler = handler;
        }

        @Override
        public void setBeanName(String name) {
            this.name = name;
            handlers.put(io.kempelen.messaging.topic.Topics.PREFIX + name, handler);
        }

        @Override
        public void accept(Message<List<byte[]>> batch) {
            try {
                transaction.apply(RawRecord.of(batch), handler);
            } catch (LinkageError | AssertionError | StackOverflowError broken) {
                // an Error would stop the listener for good while the service still looks healthy
                throw new IllegalStateException("The batch could not be handled: " + broken, broken);
            }
            gathering.after(name);
        }
    }
}
