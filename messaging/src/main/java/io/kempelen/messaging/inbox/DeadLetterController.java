package io.kempelen.messaging.inbox;

import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Operators look at what could not be applied and, once the cause is mended, feed it in again. */
@RestController
class DeadLetterController {

    private static final int SHOWN = 200;

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** A record that waits; without a reason it waits behind another one of its key. */
    record Item(
            long id,
            String topic,
            int partition,
            long offset,
            String key,
            @Nullable String type,
            @Nullable String reason,
            String parkedAt) {}

    record Items(List<Item> items) {}

    @GetMapping("/v1/operator/dead-letters")
    Items list(Caller caller) {
        caller.require(Role.OPERATOR);
        return new Items(
                deadLetters.list(SHOWN).stream().map(DeadLetterController::item).toList());
    }

    @PostMapping("/v1/operator/dead-letters/replay")
    DeadLetters.Replayed replay(Caller caller) {
        caller.require(Role.OPERATOR);
        return deadLetters.replay();
    }

    private static Item item(ParkedRecords.Parked parked) {
        var record = parked.record();
        return new Item(
                parked.id(),
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.headers().get("ce_type"),
                parked.reason(),
                parked.parkedAt());
    }
}
