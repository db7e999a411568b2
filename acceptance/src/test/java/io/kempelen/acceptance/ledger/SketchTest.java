package io.kempelen.acceptance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SketchTest {

    private final Salt salt = new Salt();
    private final Sketch one = new Sketch(salt);
    private final Sketch other = new Sketch(salt);

    private static void add(Sketch sketch, String subject, long amount) {
        sketch.add(subject, "key", amount, () -> "");
    }

    @Test
    void isTheSameInWhateverOrderAndPortions() {
        add(one, "a", 5);
        add(one, "b", 7);
        add(other, "b", 10);
        add(other, "a", 5);
        add(other, "b", -3);

        assertThat(one.differing(other).isEmpty()).isTrue();
    }

    @Test
    void tellsWhereToLook() {
        add(one, "a", 5);
        add(other, "a", 6);

        assertThat(one.differing(other).stream()).containsExactly(Sketch.bucket("a"));
    }

    @Test
    void doesNotLetKeysStandInForEachOther() {
        add(one, "a", 5);
        one.add("a", "key two", 1, () -> "");
        add(other, "a", 6);

        assertThat(one.differing(other).cardinality()).isEqualTo(1);
    }
}
