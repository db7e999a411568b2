package io.kempelen.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckboxesTest {

    @Test
    void takesTickedValuesApart() {
        assertThat(ticked("<input type=checkbox name=c value=a><input type='CHECKBOX' name=c value=b>", "c", "a|b"))
                .containsExactly("a", "b");
    }

    @Test
    void leavesBarsInOtherFieldsAlone() {
        assertThat(ticked("<input type=text name=c>", "c", "a|b")).containsExactly("a|b");
    }

    @Test
    void keepsAValueThatHoldsABar() {
        assertThat(ticked("<input type=checkbox name=c value='a|b'><input type=checkbox name=c value=z>", "c", "a|b|z"))
                .containsExactly("a|b", "z");
    }

    @Test
    void losesNoEmptyValue() {
        assertThat(ticked("<input type=checkbox name=c value=a>", "c", "a||")).containsExactly("a", "", "");
        assertThat(ticked("<input type=checkbox name=c value=a>", "c", "")).containsExactly("");
    }

    @Test
    void knowsGroupsThatTheTemplateNamesByInput() {
        var answer = new RecordedAnswer(Map.of("c7", List.of("a|b")));

        var ticked =
                Checkboxes.in("<input type=checkbox name='c${id}' value=a>").ticked(answer, Map.of("id", "7"));

        assertThat(ticked.fields()).containsEntry("c7", List.of("a", "b"));
    }

    private static List<String> ticked(String template, String field, String value) {
        var answer = new RecordedAnswer(Map.of(field, List.of(value)));
        return Checkboxes.in(template).ticked(answer, Map.of()).fields().getOrDefault(field, List.of());
    }
}
