package io.kempelen.task.tasktype.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TaskPropertiesTest {

    @Test
    void hasOneDigestForEqualProperties() {
        assertThat(said("a", "b", 5).digest()).isEqualTo(said("a", "b", 5).digest());
        assertThat(said("a", "b", 5).digest()).isNotEqualTo(said("a", "b", 6).digest());
        assertThat(said("ab", "", 5).digest()).isNotEqualTo(said("a", "b", 5).digest());
    }

    @Test
    void namesTheFieldThatCannotBeTaken() {
        assertField("title", said("", "b", 5));
        assertField("title", said("x".repeat(129), "b", 5));
        assertField("description", said("a", "x".repeat(2001), 5));
        assertField("reward", said("a", "b", -1));
    }

    @Test
    void checksRequirements() {
        assertRequirement("requirements[0].integerValues", requirement(Comparison.EXISTS, List.of(1), List.of()));
        assertRequirement("requirements[0]", requirement(Comparison.EQUAL_TO, List.of(), List.of()));
        assertRequirement("requirements[0].integerValues", requirement(Comparison.LESS_THAN, List.of(1, 2), List.of()));
        assertRequirement(
                "requirements[0].localeValues",
                requirement(Comparison.LESS_THAN, List.of(), List.of(new Place("US", null))));
        assertRequirement(
                "requirements[0].localeValues", requirement(Comparison.IN, List.of(), List.of(new Place("usa", null))));
    }

    private static void assertRequirement(String field, Requirement requirement) {
        assertField(field, new TaskProperties("a", "b", "", 5, "USD", 60, 60, List.of(requirement)));
    }

    private static void assertField(String field, TaskProperties said) {
        assertThatThrownBy(said::checked)
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.field()).isEqualTo(field));
    }

    private static TaskProperties said(String title, String description, long reward) {
        return new TaskProperties(title, description, "", reward, "USD", 60, 60, List.of());
    }

    private static Requirement requirement(Comparison comparison, List<Integer> integers, List<Place> places) {
        return new Requirement("Q", comparison, integers, places, Guarded.ACCEPT);
    }
}
