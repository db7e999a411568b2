package io.kempelen.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FormBodyTest {

    @Test
    void sendsEachTickedValueByItself() {
        assertThat(FormBody.of("3A", answer("c", "a", "b"))).isEqualTo("assignmentId=3A&c=a&c=b");
    }

    @Test
    void sendsRecordedLineEndsAndLettersUnchanged() {
        assertThat(FormBody.of("3A", answer("q 1.${x}", "\u00e9\n\r\n&=+")))
                .isEqualTo("assignmentId=3A&q+1.%24%7Bx%7D=%C3%A9%0A%0D%0A%26%3D%2B");
    }

    @Test
    void leavesReservedNamesToJson() {
        assertThat(FormBody.canCarry(answer("workerId", "A1"))).isFalse();
        assertThat(FormBody.canCarry(answer("worker", "A1"))).isTrue();
    }

    private static RecordedAnswer answer(String field, String... values) {
        return new RecordedAnswer(Map.of(field, List.of(values)));
    }
}
