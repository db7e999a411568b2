package io.kempelen.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.benchmarks.load.Person;
import io.kempelen.benchmarks.load.Place;
import io.kempelen.benchmarks.load.Task;
import org.junit.jupiter.api.Test;

class PocketTest {

    private final Pocket pocket = new Pocket(2);

    @Test
    void holdsNoMoreThanItsSize() {
        assertThat(pocket.reserve()).isTrue();
        assertThat(pocket.reserve()).isTrue();
        assertThat(pocket.reserve()).isFalse();

        pocket.put(held("A0"));
        assertThat(pocket.reserve()).isFalse();

        pocket.giveUp();
        assertThat(pocket.reserve()).isTrue();
    }

    @Test
    void givesOutNothingThatIsNotAllowed() {
        pocket.reserve();
        pocket.put(held("A0"));

        assertThat(pocket.draw()).isEmpty();
    }

    @Test
    void givesOutAsMuchAsIsAllowed() {
        pocket.reserve();
        pocket.put(held("A0"));
        pocket.reserve();
        pocket.put(held("A1"));
        pocket.allow(1);

        assertThat(pocket.draw())
                .hasValueSatisfying(held -> assertThat(held.assignmentId()).isEqualTo("A0"));
        assertThat(pocket.draw()).isEmpty();
        assertThat(pocket.allowed()).isZero();
    }

    @Test
    void keepsWhatIsAllowedWhileItIsEmpty() {
        pocket.allow(1);
        assertThat(pocket.draw()).isEmpty();
        assertThat(pocket.allowed()).isOne();
    }

    @Test
    void isNotEmptyWhileSomethingIsBeingAccepted() {
        assertThat(pocket.empty()).isTrue();
        pocket.reserve();
        assertThat(pocket.empty()).isFalse();
    }

    private static Pocket.Held held(String assignmentId) {
        var task = new Task("T", new String[] {"cat", "cat", "cat"});
        return new Pocket.Held(new Place(task, 0, new Person("W", "token")), assignmentId);
    }
}
