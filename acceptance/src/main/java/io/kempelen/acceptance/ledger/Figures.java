package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.audit.Move;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What each account holds, by each of the three that know. Sums wrap around rather than fail: what is equal stays equal. */
final class Figures {

    /** One account's. */
    static final class Figure {

        long transfers;
        long topics;

        @Nullable
        Long live;

        /** The platform's own accounts are only ever summed from their transfers. */
        long standing(Account account) {
            var stored = live;
            if (stored != null) return stored;
            return account.isStored() ? 0 : transfers;
        }

        boolean differs(Account account) {
            return transfers != topics || transfers != standing(account);
        }
    }

    private final Map<Account, Figure> all = new HashMap<>();

    void transferred(Move move) {
        figure(move.from(), move).transfers -= move.amount().minor();
        figure(move.to(), move).transfers += move.amount().minor();
    }

    void told(Move move) {
        figure(move.from(), move).topics -= move.amount().minor();
        figure(move.to(), move).topics += move.amount().minor();
    }

    void stored(String account, String currency, @Nullable Long amount) {
        figure(new Account(account, currency)).live = amount;
    }

    private Figure figure(String account, Move move) {
        return figure(new Account(account, move.amount().currency()));
    }

    private Figure figure(Account account) {
        return all.computeIfAbsent(account, unknown -> new Figure());
    }

    /** By currency, then by name. */
    Map<Account, Figure> sorted() {
        return new TreeMap<>(all);
    }
}
