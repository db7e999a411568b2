package io.kempelen.review.consensus.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelTest {

    private static final List<String> ALL = List.of();

    @Test
    void looksAtDeclaredFieldsOnly() {
        var one = Label.of(Map.of("label", List.of("cat"), "comment", List.of("easy")), List.of("label"));
        var other = Label.of(Map.of("label", List.of("cat"), "comment", List.of("hard")), List.of("label"));

        assertThat(one).isEqualTo(other);
        assertThat(one.json()).isEqualTo("{\"label\":[\"cat\"]}");
    }

    @Test
    void takesTickedBoxesAsASet() {
        assertThat(Label.of(Map.of("colours", List.of("red", "blue")), ALL))
                .isEqualTo(Label.of(Map.of("colours", List.of("blue", "red")), ALL));
    }

    @Test
    void forgivesOuterSpacesAndNothingElse() {
        var plain = Label.of(Map.of("text", List.of("a b")), ALL);

        assertThat(Label.of(Map.of("text", List.of(" a b\n")), ALL)).isEqualTo(plain);
        assertThat(Label.of(Map.of("text", List.of("A b")), ALL)).isNotEqualTo(plain);
        assertThat(Label.of(Map.of("text", List.of("a  b")), ALL)).isNotEqualTo(plain);
    }

    @Test
    void tellsValuesFromTheirSpelling() {
        var two = Label.of(Map.of("x", List.of("a", "b")), ALL);

        assertThat(Label.of(Map.of("x", List.of("a\",\"b")), ALL)).isNotEqualTo(two);
        assertThat(Label.of(Map.of("x", List.of("a|b")), ALL)).isNotEqualTo(two);
        assertThat(Label.of(Map.of("x", List.of("a"), "y", List.of("b")), ALL)).isNotEqualTo(two);
    }

    @Test
    void holdsNothingWhereAFieldIsMissing() {
        assertThat(Label.of(Map.of(), List.of("label")).json()).isEqualTo("{\"label\":[]}");
    }

    @Test
    void spellsAwkwardCharactersSoThatTheyCanBeKept() {
        assertThat(Label.of(Map.of("x", List.of("\u0000\"\\\ud800")), ALL).json())
                .isEqualTo("{\"x\":[\"\\u0000\\\"\\\\\\ud800\"]}");
    }
}
