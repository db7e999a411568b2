package io.kempelen.notification.notice.domain;

/** What a notice is about, and how it is mailed unless its account says otherwise: at once only what somebody should act on. */
public enum Kind {
    WELCOME(Mode.OFF),
    ACCOUNT_SUSPENDED(Mode.EACH),
    ACCOUNT_REINSTATED(Mode.EACH),
    /** Tallied by day. */
    REWARDS(Mode.DIGEST),
    APPROVAL(Mode.DIGEST),
    REJECTION(Mode.DIGEST),
    REWORK(Mode.EACH),
    BONUS(Mode.EACH),
    PAYOUT_PAID(Mode.EACH),
    PAYOUT_FAILED(Mode.EACH),
    PAYOUT_RETURNED(Mode.EACH),
    QUALIFICATION(Mode.DIGEST),
    QUALIFICATION_REQUEST(Mode.DIGEST),
    BATCH_COMPLETED(Mode.EACH),
    /** Tallied by day; batches have a notice of their own. */
    TASKS_COMPLETED(Mode.DIGEST),
    /** Tallied by day: a program may try again and again. */
    FUNDS_DECLINED(Mode.EACH),
    DEPOSIT(Mode.OFF);

    private final Mode usual;

    Kind(Mode usual) {
        this.usual = usual;
    }

    public Mode usual() {
        return usual;
    }
}
