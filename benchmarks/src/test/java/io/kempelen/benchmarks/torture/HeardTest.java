package io.kempelen.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeardTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Heard heard = new Heard();

    @Test
    void dropsWhatIsRepeatedUnderItsOwnId() {
        take("RewardPaid", "A0", "e1");
        take("RewardPaid", "A0", "e1");

        assertThat(heard.of(Heard.Type.PAID)).isEqualTo(Map.of("A0", 1));
        assertThat(heard.repeated()).isOne();
    }

    @Test
    void takesNothingForARepetitionThatIsNone() {
        take("RewardPaid", "A0", "e1");
        take("RewardPaid", "A1", "e1");
        take("RewardPaid", "A2", "");
        take("RewardPaid", "A2", "");

        assertThat(heard.of(Heard.Type.PAID)).isEqualTo(Map.of("A0", 1, "A1", 1, "A2", 2));
        assertThat(heard.repeated()).isZero();
    }

    @Test
    void countsTwoEventsOfOneAssignmentAsTwo() {
        take("RewardPaid", "A0", "e1");
        take("RewardPaid", "A0", "e2");

        assertThat(heard.of(Heard.Type.PAID)).isEqualTo(Map.of("A0", 2));
    }

    @Test
    void keepsTypesApartAndSkipsOthers() {
        take("AssignmentSubmitted", "A0", "e1");
        take("AssignmentApproved", "A0", "e2");
        take("FundsReleased", "A0", "e3");

        assertThat(heard.of(Heard.Type.SUBMITTED)).containsOnlyKeys("A0");
        assertThat(heard.of(Heard.Type.APPROVED)).containsOnlyKeys("A0");
        assertThat(heard.of(Heard.Type.REJECTED)).isEmpty();
        assertThat(heard.of(Heard.Type.PAID)).isEmpty();
    }

    @Test
    void knowsWhatWasInFlightAtAMomentByTheEventsOwnTimes() {
        heard.take(
                "io.kempelen.events.RewardPaid",
                "before",
                "e1",
                NOON.minusMillis(1).toString());
        heard.take(
                "io.kempelen.events.RewardPaid",
                "after",
                "e2",
                NOON.plusMillis(1).toString());
        var begun = Map.of(
                "before", NOON.minusSeconds(9),
                "after", NOON.minusSeconds(9),
                "never", NOON.minusSeconds(9),
                "later", NOON.plusSeconds(9));

        assertThat(heard.inFlightAt(NOON, begun)).isEqualTo(2);
    }

    private void take(String type, String assignmentId, String eventId) {
        heard.take("io.kempelen.events." + type, assignmentId, eventId, NOON.toString());
    }
}
