package io.kempelen.payout.ledger;

import io.kempelen.messaging.id.Ids;
import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.Transfer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger's statements: each takes any number of rows as arrays, so that a batch costs as many round trips as one transfer. */
@Component
class Transfers {

    private final JdbcTemplate jdbc;
    private final Ids ids;

    Transfers(JdbcTemplate jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Opens what is not open yet, in id order. */
    void open(Collection<LedgerAccount> accounts, Instant now) {
        var sorted = accounts.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(LedgerAccount::id))
                .toList();
        jdbc.update(
                """
                INSERT INTO ledger_account (id, kind, owner_id, currency, opened_at)
                SELECT a.*, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS a
                ON CONFLICT (id) DO NOTHING""",
                now.atOffset(ZoneOffset.UTC),
                texts(sorted, LedgerAccount::id),
                texts(sorted, account -> account.kind().name()),
                sorted.stream().map(LedgerAccount::owner).toArray(String[]::new),
                texts(sorted, LedgerAccount::currency));
    }

    /** Locks the balances that exist, in id order, and answers them by owner. */
    Map<String, Available> lock(String prefix, Collection<String> owners) {
        var accountIds = owners.stream().map(owner -> prefix + owner).toArray(String[]::new);
        var locked = new HashMap<String, Available>();
        if (accountIds.length == 0) return locked;
        jdbc.query(
                """
                SELECT a.owner_id, b.amount, a.currency FROM balance b JOIN ledger_account a ON a.id = b.account_id
                WHERE b.account_id = ANY (?) ORDER BY b.account_id FOR UPDATE OF b""",
                row -> {
                    locked.put(row.getString(1), new Available(row.getString(1), row.getLong(2), row.getString(3)));
                },
                (Object) accountIds);
        return locked;
    }

    /** One statement, whatever the number: the trigger sums per account and per hold. */
    void insert(List<Transfer> transfers, Instant now) {
        jdbc.update(
                """
                INSERT INTO transfer
                    (id, cause, cause_id, debit_account, credit_account, amount, currency, funds_id, created_at)
                SELECT t.*, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[]) AS t""",
                now.atOffset(ZoneOffset.UTC),
                texts(transfers, transfer -> ids.next()),
                texts(transfers, transfer -> transfer.cause().name()),
                texts(transfers, Transfer::causeId),
                texts(transfers, transfer -> transfer.debit().id()),
                texts(transfers, transfer -> transfer.credit().id()),
                longs(transfers, Transfer::amount),
                texts(transfers, Transfer::currency),
                transfers.stream().map(Transfer::fundsId).toArray(String[]::new));
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Long[] longs(List<T> rows, ToLongFunction<T> column) {
        return rows.stream().mapToLong(column).boxed().toArray(Long[]::new);
    }
}
