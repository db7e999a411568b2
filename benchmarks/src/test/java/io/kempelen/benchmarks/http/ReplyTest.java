package io.kempelen.benchmarks.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void namesAFaultByTheProblem() {
        assertThat(new Reply(409, "{\"type\":\"/problems/no-place-left\",\"status\":409}", false).fault())
                .isEqualTo("no-place-left");
    }

    @Test
    void namesAFaultByTheStatusOtherwise() {
        assertThat(new Reply(502, "<html>", false).fault()).isEqualTo("http-502");
    }
}
