package io.kempelen.acceptance.ledger;

/** One thing that is not as it should be. */
public record Difference(Kind kind, String subject, String words) {

    /** What differs. */
    public enum Kind {
        /** An account, by its transfers, by the topics or as it is stored. */
        BALANCE,
        /** A hold, by the same three. */
        HOLD,
        /** A transfer without an event, or an event without its transfer. */
        TRANSFER,
        /** An approved answer that is not paid once, or pay that nobody approved. */
        REWARD,
        /** A record that cannot be counted. */
        EVENT,
        /** A currency whose accounts are not zero together. */
        SUM
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + subject + ": " + words;
    }
}
