package io.kempelen.review.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.messaging.id.Ids;
import io.kempelen.review.Facts;
import io.kempelen.review.ReviewIT;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sender that was away for long may publish again what the list of applied events has forgotten. */
class PlacesIT extends ReviewIT {

    private final UUID closing = new Ids().uuid();
    private final UUID reopening = new Ids().uuid();

    @Test
    void countsAChangeOfPlacesOnceThoughTheInboxHasForgottenIt() {
        var task = task();
        task.published(Facts.byRequester(false), 5);
        task.closed(closing, 1, 3);
        until(() -> released(task) == 3);
        task.reopened(reopening, 2);
        until(() -> released(task) == 1);

        assertThat(jdbc.update("DELETE FROM inbox_event WHERE event_id IN (?, ?)", closing, reopening))
                .isEqualTo(2);
        task.closed(closing, 1, 3);
        task.reopened(reopening, 2);
        until(() -> applied(closing) && applied(reopening));

        assertThat(released(task)).isEqualTo(1);
    }

    private int released(Facts task) {
        return jdbc.queryForList("SELECT released FROM docket WHERE task_id = ?", Integer.class, task.taskId).stream()
                .findFirst()
                .orElse(0);
    }

    private boolean applied(UUID event) {
        return !jdbc.queryForList("SELECT 1 FROM inbox_event WHERE event_id = ?", event)
                .isEmpty();
    }
}
