package io.kempelen.messaging.probe;

import io.kempelen.events.TaskDisposed;
import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.messaging.outbox.Outbox;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Idempotency;
import io.kempelen.messaging.web.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.messaging.Message;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Counts the TaskDisposed it applies, refuses those it is told are poisonous, and publishes one event per note. */
@SpringBootApplication
public class ProbeApplication {

    /** Tasks whose events fail for good, as long as they are in here. */
    public static final Set<String> POISON = ConcurrentHashMap.newKeySet();

    /** Tasks whose events end in an error of Java's, as long as they are in here. */
    public static final Set<String> ENDLESS = ConcurrentHashMap.newKeySet();

    @Bean
    Consumer<Message<List<byte[]>>> tasks(Inbox inbox, JdbcTemplate jdbc) {
        return inbox.once(events -> events.forEach(received -> count(received, jdbc)));
    }

    private static void count(Received received, JdbcTemplate jdbc) {
        if (!(received.event() instanceof TaskDisposed disposed)) return;
        jdbc.update(
                "INSERT INTO effect (task_id, times, place) VALUES (?, 1, ?) ON CONFLICT (task_id) DO UPDATE SET times = effect.times + 1",
                disposed.getTaskId(),
                disposed.getRequesterId());
        if (ENDLESS.contains(disposed.getTaskId())) throw new StackOverflowError("endless");
        if (POISON.contains(disposed.getTaskId())) throw new IllegalArgumentException("poison");
    }

    @RestController
    static class NoteController {

        private final Outbox outbox;
        private final JdbcTemplate jdbc;

        NoteController(Outbox outbox, JdbcTemplate jdbc) {
            this.outbox = outbox;
            this.jdbc = jdbc;
        }

        @PostMapping("/v1/notes")
        ResponseEntity<?> note(Caller caller, @RequestBody Map<String, String> note, Idempotency once) {
            caller.require(Role.REQUESTER);
            return once.answer(() -> {
                var task = note.getOrDefault("task", "");
                jdbc.update("INSERT INTO effect (task_id, times, place) VALUES (?, 1, 'http')", task);
                outbox.append(task, new TaskDisposed(task, caller.accountId(), java.time.Instant.EPOCH));
                return ResponseEntity.status(201).body(Map.of("task", task));
            });
        }

        /** A request that is refused before it has claimed anything. */
        @PostMapping("/v1/notes/refused")
        ResponseEntity<?> refused(Caller caller, Idempotency once) {
            caller.require(Role.REQUESTER);
            once.release();
            return ResponseEntity.status(422).build();
        }
    }
}
