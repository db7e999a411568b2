package io.kempelen.payout.hold.domain;

import org.jspecify.annotations.Nullable;

/** A question as it was answered, or taken back before it came. */
public record PastAsk(
        String askId,
        String fundsId,
        String requesterId,
        State state,
        long amount,
        @Nullable String currency) {

    /** WITHDRAWN is final: nothing is ever held for it again. */
    public enum State {
        HELD,
        DECLINED,
        WITHDRAWN
    }

    public static PastAsk of(Ask.Answer answer) {
        var ask = answer.ask();
        return switch (answer) {
            case Ask.Answer.Held held ->
                new PastAsk(ask.askId(), ask.fundsId(), ask.requesterId(), State.HELD, held.total(), ask.currency());
            case Ask.Answer.Declined declined ->
                new PastAsk(ask.askId(), ask.fundsId(), ask.requesterId(), State.DECLINED, 0, ask.currency());
        };
    }

    public static PastAsk neverAsked(Withdrawal withdrawal) {
        return new PastAsk(
                withdrawal.askId(), withdrawal.fundsId(), withdrawal.requesterId(), State.WITHDRAWN, 0, null);
    }
}
