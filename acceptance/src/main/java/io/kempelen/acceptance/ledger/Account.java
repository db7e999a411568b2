package io.kempelen.acceptance.ledger;

import java.util.Comparator;
import java.util.Set;

/** An account in one currency; its id begins with its kind. */
record Account(String id, String currency) implements Comparable<Account> {

    private static final Set<String> STORED = Set.of("available", "escrow", "earnings");
    private static final Comparator<Account> ORDER =
            Comparator.comparing(Account::currency).thenComparing(Account::id);

    String kind() {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }

    /** The platform's own accounts have no stored balance: it would be one hot row. */
    boolean isStored() {
        return STORED.contains(kind());
    }

    @Override
    public int compareTo(Account other) {
        return ORDER.compare(this, other);
    }
}
