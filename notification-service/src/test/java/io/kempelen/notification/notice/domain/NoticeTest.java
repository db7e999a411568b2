package io.kempelen.notification.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.notification.notice.domain.Draft.Tally;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

    @Test
    void countsTheRewardsOfADay() {
        assertThat(rewards(25, 125L, "USD").headline())
                .isEqualTo("You earned 1.25 USD for 25 approved assignments on 2026-11-21.");
        assertThat(rewards(1, 7L, "JPY").headline())
                .isEqualTo("You earned 7 JPY for 1 approved assignment on 2026-11-21.");
    }

    @Test
    void addsUpTalliesOfOneDayAndCurrency() {
        var one = Draft.tallied("A1", Kind.REWARDS, "RewardPaid", new Tally(DAY, 1, 5, "USD"));
        var euro = Draft.tallied("A1", Kind.REWARDS, "RewardPaid", new Tally(DAY, 1, 5, "EUR"));

        assertThat(one.and(one).tally()).isEqualTo(new Tally(DAY, 2, 10, "USD"));
        assertThat(one.subject()).isNotEqualTo(euro.subject());
    }

    @Test
    void keepsTheFirstOfTwoThatTellTheSame() {
        var first = Draft.of("A1", Kind.BONUS, "B", "BonusPaid", "You got a bonus.", null);

        assertThat(first.and(Draft.of("A1", Kind.BONUS, "B", "BonusPaid", "Again.", null)))
                .isEqualTo(first);
    }

    private static Notice rewards(int times, Long amount, String currency) {
        return new Notice(
                "N",
                "A1",
                Kind.REWARDS,
                "RewardPaid",
                "REWARDS",
                null,
                times,
                amount,
                currency,
                DAY,
                Instant.EPOCH,
                null);
    }
}
