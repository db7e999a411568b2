package io.kempelen.task.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameQueryTest {

    private final FrameQuery query = new FrameQuery("ASG", "HIT", "AWORKER", "http://127.0.0.1:8080/s/c");

    @Test
    void appendsToAnAddressWithOrWithoutQuery() {
        var own = "assignmentId=ASG&hitId=HIT&workerId=AWORKER&turkSubmitTo=http%3A%2F%2F127.0.0.1%3A8080%2Fs%2Fc";
        assertThat(query.appendedTo("https://example.org/x")).isEqualTo("https://example.org/x?" + own);
        assertThat(query.appendedTo("https://example.org/x?a=1#top"))
                .isEqualTo("https://example.org/x?a=1&" + own + "#top");
    }
}
