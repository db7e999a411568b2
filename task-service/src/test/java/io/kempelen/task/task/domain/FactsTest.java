package io.kempelen.task.task.domain;

import static io.kempelen.task.task.domain.SomeTasks.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.task.task.domain.Facts.Fact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Fact ACCEPTED = new Fact.Accepted("A", "T", "R", "W", NOW, NOW.plusSeconds(60));
    private static final Fact SUBMITTED =
            new Fact.Submitted("A", "T", "R", "W", "B", NOW, NOW.plusSeconds(5), 60, new byte[] {'{', '}'}, null);
    private static final Fact REJECTED = new Fact.Rejected("A", "T", "R", "W", NOW.plusSeconds(6), 7, "No.");
    private static final Fact APPROVED = new Fact.Approved("A", "T", "R", "W", NOW.plusSeconds(7), 8, null);

    @Test
    void endsTheSameInWhateverOrderFactsCome() {
        var random = new Random(1);
        for (int round = 0; round < 200; round++) {
            var order = new ArrayList<>(List.of(ACCEPTED, SUBMITTED, REJECTED, APPROVED));
            Collections.shuffle(order, random);
            var facts = known(order);
            assertThat(facts.standing()).isEqualTo(Standing.APPROVED);
            assertThat(facts.submittedAt()).isEqualTo(NOW.plusSeconds(5));
            assertThat(facts.feedback()).isNull();
        }
    }

    @Test
    void sumsItsChangesToOneInWhateverOrderFactsCome() {
        var random = new Random(2);
        for (int round = 0; round < 200; round++) {
            var order = new ArrayList<>(List.of(ACCEPTED, SUBMITTED, REJECTED, APPROVED, APPROVED));
            Collections.shuffle(order, random);
            var sum = Change.NONE;
            @Nullable Standing before = null;
            var facts = Facts.none(order.getFirst());
            for (var fact : order) {
                facts = facts.with(fact);
                sum = sum.plus(facts.since(before));
                before = facts.standing();
            }
            assertThat(sum).isEqualTo(new Change(0, 0, 1, 0, 0));
        }
    }

    @Test
    void keepsAVerdictThatCameBeforeItsAnswer() {
        assertThat(known(List.of(APPROVED)).standing()).isEqualTo(Standing.APPROVED);
        assertThat(known(List.of(APPROVED, ACCEPTED)).standing()).isEqualTo(Standing.APPROVED);
    }

    @Test
    void releasesAPlaceGivenBackAfterTheClose() {
        var kept = new Fact.GivenBack("A", "T", "R", "W", NOW, false);
        var released = new Fact.GivenBack("A", "T", "R", "W", NOW, true);
        assertThat(known(List.of(ACCEPTED, kept)).since(Standing.PENDING)).isEqualTo(new Change(-1, 0, 0, 0, 0));
        assertThat(known(List.of(ACCEPTED, released)).since(Standing.PENDING)).isEqualTo(new Change(-1, 0, 0, 0, 1));
    }

    private static Facts known(List<Fact> facts) {
        var known = Facts.none(facts.getFirst());
        for (var fact : facts) known = known.with(fact);
        return known;
    }
}
