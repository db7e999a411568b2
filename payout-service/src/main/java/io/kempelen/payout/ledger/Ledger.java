package io.kempelen.payout.ledger;

import io.kempelen.messaging.id.Ids;
import io.kempelen.payout.ledger.domain.Available;
import io.kempelen.payout.ledger.domain.Cause;
import io.kempelen.payout.ledger.domain.LedgerAccount;
import io.kempelen.payout.ledger.domain.LedgerAccount.Kind;
import io.kempelen.payout.ledger.domain.Transfer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Moves money inside the caller's transaction. Whoever must decide by a balance locks it first with {@link #lockAvailable};
 * all transfers of one transaction are posted by one call, so that rows are locked in one order everywhere.
 */
@Component
public class Ledger {

    private final Transfers transfers;
    private final Levelling levelling;
    private final LedgerPublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    Ledger(Transfers transfers, Levelling levelling, LedgerPublisher publisher, Ids ids, InstantSource clock) {
        this.transfers = transfers;
        this.levelling = levelling;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens accounts that are not open yet; a requester's available balance is levelled at once where there is a level. */
    public void open(Collection<LedgerAccount> accounts) {
        post(List.of(), accounts);
    }

    /** What requesters may spend; those unknown so far are missing. Held until the transaction ends. */
    public Map<String, Available> lockAvailable(Collection<String> requesterIds) {
        return transfers.lock(LedgerAccount.AVAILABLE_PREFIX, requesterIds);
    }

    /** A worker's wallet, held until the transaction ends. */
    public Optional<Available> lockEarnings(String workerId) {
        return Optional.ofNullable(
                transfers.lock(LedgerAccount.EARNINGS_PREFIX, List.of(workerId)).get(workerId));
    }

    public void post(List<Transfer> posted) {
        if (posted.isEmpty()) return;
        post(
                posted,
                posted.stream()
                        .flatMap(transfer -> Stream.of(transfer.debit(), transfer.credit()))
                        .toList());
    }

    private record Level(Transfer transfer, LedgerAccount available) {}

    private void post(List<Transfer> posted, Collection<LedgerAccount> touched) {
        var now = clock.instant();
        var levelled = touched.stream()
                .filter(account -> account.kind() == Kind.AVAILABLE)
                .filter(account -> levelling.level(account.currency()).isPresent())
                .distinct()
                .toList();
        var sandboxes = levelled.stream().map(account -> LedgerAccount.sandbox(account.currency()));
        transfers.open(Stream.concat(touched.stream(), sandboxes).toList(), now);
        var levels = levels(posted, levelled);
        var all = Stream.concat(posted.stream(), levels.stream().map(Level::transfer))
                .toList();
        if (all.isEmpty()) return;
        transfers.insert(all, now);
        levels.forEach(level -> publisher.levelled(level.transfer(), level.available(), now));
    }

    private List<Level> levels(List<Transfer> posted, List<LedgerAccount> levelled) {
        var levels = new ArrayList<Level>();
        var balances = lockAvailable(levelled.stream()
                .flatMap(account -> Stream.ofNullable(account.owner()))
                .toList());
        for (var account : levelled) {
            var available = balances.get(account.owner());
            if (available == null) throw new IllegalStateException("No balance of " + account);
            var rest = available.amount()
                    + posted.stream()
                            .mapToLong(transfer -> transfer.change(account))
                            .sum();
            var gap = levelling.after(rest, account.currency()) - rest;
            if (gap != 0) levels.add(new Level(level(account, gap), account));
        }
        return levels;
    }

    private Transfer level(LedgerAccount account, long gap) {
        var sandbox = LedgerAccount.sandbox(account.currency());
        return gap > 0
                ? Transfer.of(Cause.LEVELLING, ids.next(), sandbox, account, gap)
                : Transfer.of(Cause.LEVELLING, ids.next(), account, sandbox, -gap);
    }
}
