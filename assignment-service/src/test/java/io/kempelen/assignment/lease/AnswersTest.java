package io.kempelen.assignment.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.messaging.web.ProblemException;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AnswersTest {

    private final JsonMapper json = JsonMapper.shared();
    private final Answers answers = new Answers(json);

    @Test
    void makesEveryValueAListInTheOrderGiven() {
        var given = json.readTree("{\"b\": \"x\", \"a\": [\"1\", \"2\"], \"n\": 7, \"t\": true, \"none\": []}");

        assertThat(answers.of(given).json())
                .isEqualTo("{\"b\":[\"x\"],\"a\":[\"1\",\"2\"],\"n\":[\"7\"],\"t\":[\"true\"],\"none\":[]}");
    }

    @Test
    void leavesOutWhatOnlyTellsWhereAFormBelongs() {
        var form = new LinkedHashMap<String, String[]>();
        form.put("assignmentId", new String[] {"3A"});
        form.put("zebra", new String[] {"1"});
        form.put("hitId", new String[] {"3H"});
        form.put("animal", new String[] {"cat", "dog"});
        form.put("workerId", new String[] {"AW"});
        form.put("turkSubmitTo", new String[] {"http://…"});

        assertThat(answers.of(form).json()).isEqualTo("{\"zebra\":[\"1\"],\"animal\":[\"cat\",\"dog\"]}");
    }

    @Test
    void keepsAnAnswerWithACharacterThatCannotBeStored() {
        assertThat(answers.of(json.readTree("{\"a\\u0000b\": \"\\u0000x\"}")).json())
                .isEqualTo("{\"a\uFFFDb\":[\"\uFFFDx\"]}");
    }

    @Test
    void refusesWhatIsNoAnswer() {
        assertThatThrownBy(() -> answers.of(json.readTree("[1]"))).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> answers.of(json.readTree("{\"a\": {\"b\": 1}}")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().detail()).contains("\"a\""));
        assertThatThrownBy(() -> answers.of(json.readTree("{\"a\": null}"))).isInstanceOf(ProblemException.class);
    }

    @Test
    void refusesWhatIsTooLargeAndNamesTheLimit() {
        var most = "x".repeat(Answer.MOST_BYTES - "{\"a\":[\"\"]}".length());

        assertThat(answers.of(json.readTree("{\"a\":\"" + most + "\"}")).bytes())
                .hasSize(Answer.MOST_BYTES);
        assertThatThrownBy(() -> answers.of(json.readTree("{\"a\":\"" + most + "x\"}")))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().status().value()).isEqualTo(413);
                    assertThat(refusal.problem().extras()).containsEntry("limit", 262144);
                });
    }
}
