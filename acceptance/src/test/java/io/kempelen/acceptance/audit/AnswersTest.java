package io.kempelen.acceptance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswersTest {

    @Test
    void areEqualHoweverTheyAreWritten() {
        assertThat(Answers.digest("{\"a\":[\"1\"], \"b\":[\"x\",\"y\"]}"))
                .isEqualTo(Answers.digest("{\"b\":[\"x\",\"y\"],\"a\":[\"1\"]}"));
    }

    @Test
    void differByAValueAndByTheOrderOfValues() {
        var answer = Answers.digest("{\"a\":[\"1\",\"2\"]}");

        assertThat(Answers.digest("{\"a\":[\"2\",\"1\"]}")).isNotEqualTo(answer);
        assertThat(Answers.digest("{\"a\":[\"1|2\"]}")).isNotEqualTo(answer);
    }
}
