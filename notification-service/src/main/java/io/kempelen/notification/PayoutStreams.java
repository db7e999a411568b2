package io.kempelen.notification;

import io.kempelen.events.BonusPaid;
import io.kempelen.events.DepositKind;
import io.kempelen.events.DepositReceived;
import io.kempelen.events.FundsDeclined;
import io.kempelen.events.Money;
import io.kempelen.events.PayoutFailed;
import io.kempelen.events.PayoutPaid;
import io.kempelen.events.PayoutReturned;
import io.kempelen.events.RewardPaid;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.notification.notice.domain.Draft;
import io.kempelen.notification.notice.domain.Draft.Tally;
import io.kempelen.notification.notice.domain.Kind;
import io.kempelen.notification.notice.domain.Notice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What people are told about their money: rewards by the day, everything else one by one. */
final class PayoutStreams {

    private PayoutStreams() {}

    static Stream<Draft> drafts(Received received) {
        var about = received.event().getSchema().getFullName();
        return switch (received.event()) {
            case RewardPaid paid ->
                Stream.of(Draft.tallied(
                        paid.getWorkerId(), Kind.REWARDS, about, tally(paid.getPaidAt(), paid.getReward())));
            case BonusPaid paid ->
                Stream.of(Draft.of(
                        paid.getWorkerId(),
                        Kind.BONUS,
                        paid.getBonusId(),
                        about,
                        "You got a bonus of " + text(paid.getAmount()) + " for assignment " + paid.getAssignmentId()
                                + ".",
                        paid.getReason()));
            case PayoutPaid paid ->
                Stream.of(Draft.of(
                        paid.getWorkerId(),
                        Kind.PAYOUT_PAID,
                        paid.getPayoutId(),
                        about,
                        "Your payout of " + text(paid.getAmount()) + " has arrived.",
                        null));
            case PayoutFailed failed ->
                Stream.of(Draft.of(
                        failed.getWorkerId(),
                        Kind.PAYOUT_FAILED,
                        failed.getPayoutId(),
                        about,
                        "Your payout of " + text(failed.getAmount()) + " failed. The money is back in your balance.",
                        failed.getReason()));
            case PayoutReturned returned ->
                Stream.of(Draft.of(
                        returned.getWorkerId(),
                        Kind.PAYOUT_RETURNED,
                        returned.getPayoutId(),
                        about,
                        "Your payout of " + text(returned.getAmount())
                                + " came back from your bank. The money is in your balance again.",
                        returned.getReason()));
            case FundsDeclined declined ->
                Stream.of(Draft.tallied(
                        declined.getRequesterId(),
                        Kind.FUNDS_DECLINED,
                        about,
                        new Tally(day(declined.getDeclinedAt()), 1, 0, null)));
            case DepositReceived deposit ->
                deposit.getKind() == DepositKind.OPERATOR ? Stream.of(deposit(deposit, about)) : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static Draft deposit(DepositReceived deposit, String about) {
        return Draft.of(
                deposit.getRequesterId(),
                Kind.DEPOSIT,
                deposit.getDepositId(),
                about,
                "Your deposit of " + text(deposit.getAmount()) + " has arrived.",
                null);
    }

    private static Tally tally(Instant at, Money money) {
        return new Tally(day(at), 1, money.getMinorUnits(), money.getCurrency());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    private static String text(Money money) {
        return Notice.money(money.getMinorUnits(), money.getCurrency());
    }
}
