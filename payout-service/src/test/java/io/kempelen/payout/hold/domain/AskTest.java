package io.kempelen.payout.hold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.payout.fees.domain.FeeSchedule;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskTest {

    private final Ask batch = new Ask("ASK", "BATCH", "A1", "USD", List.of(new Line(5, 30, 3), new Line(5, 20, 10)));

    @Test
    void pricesEachLineInTheOrderAsked() {
        assertThat(batch.decide(FeeSchedule.mturk(), 1_000, "USD"))
                .isInstanceOfSatisfying(Ask.Answer.Held.class, held -> {
                    assertThat(held.lines()).extracting(Line.Priced::fee).containsExactly(1L, 2L);
                    assertThat(held.total()).isEqualTo(30 * 6 + 20 * 7);
                });
    }

    @Test
    void holdsAllOrNothing() {
        assertThat(batch.decide(FeeSchedule.mturk(), 319, "USD"))
                .isEqualTo(new Ask.Answer.Declined(batch, 320, 319, "USD"));
        assertThat(batch.decide(FeeSchedule.mturk(), 320, "USD")).isInstanceOf(Ask.Answer.Held.class);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new Ask("ASK", "F", "A1", "USD", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Line(-1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Line(1, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void declinesWhatCannotBeCounted() {
        var vast = new Ask("ASK", "F", "A1", "USD", List.of(new Line(1L << 53, Integer.MAX_VALUE, 1)));

        assertThat(vast.decide(FeeSchedule.flat(0), 1, "USD"))
                .isEqualTo(new Ask.Answer.Declined(vast, Long.MAX_VALUE, 1, "USD"));
    }

    @Test
    void declinesOtherMoneyAndSaysWhatThereIs() {
        assertThat(batch.decide(FeeSchedule.mturk(), 1_000, "EUR"))
                .isEqualTo(new Ask.Answer.Declined(batch, 320, 1_000, "EUR"));
    }
}
