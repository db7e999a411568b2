package io.kempelen.task.question.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

    @Test
    void putsEveryColumnInWhateverItsNameIs() {
        var values = Map.of("a-b", "1", "a.b", "2", "a b", "3", "ä}b", "4", "x", "<b>5</b>");

        assertThat(Placeholders.substitute("${a-b} ${a.b} ${a b} ${ä}b} ${x}", values))
                .isEqualTo("1 2 3 4 <b>5</b>");
    }

    @Test
    void substitutesInOnePass() {
        assertThat(Placeholders.substitute("${a}|${b}", Map.of("a", "${b}", "b", "$1\\")))
                .isEqualTo("${b}|$1\\");
    }

    @Test
    void leavesWhatItDoesNotKnow() {
        var template = "`${SENTENCES\" + id + \"}` ${ ${x} ${never closed";

        assertThat(Placeholders.substitute(template, Map.of("x", "1")))
                .isEqualTo("`${SENTENCES\" + id + \"}` ${ 1 ${never closed");
    }

    @Test
    void namesUnknownPlaceholdersOnce() {
        assertThat(Placeholders.unknown("${a} ${b} ${c} ${b}", List.of("a"))).containsExactly("b", "c");
        assertThat(Placeholders.unknown("${a}b}", List.of("a}b"))).isEmpty();
    }
}
