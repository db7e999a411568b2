package io.kempelen.messaging.mturk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MturkInputTest {

    @Test
    void readsMoneyInHundredths() {
        assertThat(reward("0.05").amount("Reward")).contains(5L);
        assertThat(reward("7").amount("Reward")).contains(700L);
        assertThat(reward("7.").amount("Reward")).contains(700L);
        assertThat(reward("9999999999.99").amount("Reward")).contains(999_999_999_999L);
    }

    @Test
    void saysHowMuchMoneyMayBe() {
        assertThatThrownBy(() -> reward("10000000000").amount("Reward"))
                .hasMessage("The value 10000000000 is invalid for Reward. Valid values range from 0 to 9999999999.");
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> reward("9".repeat(1_000_000)).amount("Reward"))
                        .hasMessageContaining("from 0 to 9999999999"));
    }

    private static MturkInput reward(String amount) {
        return new MturkInput(JsonMapper.builder().build().valueToTree(Map.of("Reward", amount)));
    }
}
