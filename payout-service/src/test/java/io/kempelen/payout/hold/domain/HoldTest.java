package io.kempelen.payout.hold.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kempelen.payout.hold.domain.Settlement.Assignment;
import io.kempelen.payout.hold.domain.Settlement.Price;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.Transfer;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldTest {

    private final Ask ask = new Ask("ASK", "F", "A1", "USD", List.of(new Line(5, 2, 2)));
    private final Hold early = new Hold("F", "SOMEBODY", "EUR", 0, 0);
    private final Assignment work = new Assignment("W", "T", null, "A2", "A1");
    private final Price price = new Price(5, 1, "USD");

    @Test
    void isKnownOnceAQuestionWasGranted() {
        assertThat(early.known()).isFalse();
        assertThat(early.granted(ask, 12)).isEqualTo(new Hold("F", "A1", "USD", 1, 12));
    }

    @Test
    void neverGivesMoreThanItHas() {
        var hold = early.granted(ask, 12);

        assertThat(hold.less(12).remaining()).isZero();
        assertThatThrownBy(() -> hold.less(13)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesOtherMoneyAndOtherPeople() {
        var hold = early.granted(ask, 12);

        assertThatThrownBy(() -> hold.check("A1", "EUR")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> hold.check("A9", "USD")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void paysWorkerAndPlatformForAnApproval() {
        var approved = Settlement.approved(work, "F", price, false);

        assertThat(approved.transfers())
                .extracting(Transfer::cause, Transfer::causeId, Transfer::amount)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Cause.REWARD, "W", 5L),
                        org.assertj.core.groups.Tuple.tuple(Cause.FEE, "W", 1L));
    }

    @Test
    void givesAnOverrideAPlaceOfItsOwn() {
        assertThat(Settlement.approved(work, "F2", price, true).id()).isEqualTo("W/override");
        assertThat(Settlement.rejected(work, "F", price).id())
                .isEqualTo(Settlement.approved(work, "F", price, false).id());
    }

    @Test
    void movesNothingForNothing() {
        var free = new Price(0, 0, "USD");

        assertThat(Settlement.approved(work, "F", free, false).transfers()).isEmpty();
    }
}
