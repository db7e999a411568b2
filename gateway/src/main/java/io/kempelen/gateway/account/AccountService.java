package io.kempelen.gateway.account;

import io.kempelen.gateway.account.domain.AccessKey;
import io.kempelen.gateway.account.domain.Account;
import io.kempelen.gateway.account.domain.Account.Outcome;
import io.kempelen.gateway.account.domain.NewAccount;
import io.kempelen.messaging.seal.Sealer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Opens, suspends and reinstates accounts and hands out access keys. */
@Service
public class AccountService {

    private static final int MOST_KEYS = 10;

    private final Accounts accounts;
    private final AccessKeys keys;
    private final Once once;
    private final AccountPublisher publisher;
    private final Sealer sealer;
    private final Mint mint;
    private final InstantSource clock;

    AccountService(
            Accounts accounts,
            AccessKeys keys,
            Once once,
            AccountPublisher publisher,
            Sealer sealer,
            Mint mint,
            InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.once = once;
        this.publisher = publisher;
        this.sealer = sealer;
        this.mint = mint;
        this.clock = clock;
    }

    @Transactional
    public Made open(NewAccount wish, @Nullable Repeatable request) {
        var keyId = mint.keyId();
        if (!once.claim(request, keyId)) return again(request);
        return open(wish, keyId, mint.secret());
    }

    /** The first operator, unless there is one: made at the first start of an installation. */
    @Transactional
    public Optional<OpenedKey> openFirstOperator(NewAccount wish, @Nullable String keyId, @Nullable String secret) {
        accounts.lockFirstOperator();
        if (accounts.existsByKind(wish.kind())) return Optional.empty();
        var made = open(wish, keyId == null ? mint.keyId() : keyId, secret == null ? mint.secret() : secret);
        return made instanceof Made.Key key ? Optional.of(key.key()) : Optional.empty();
    }

    @Transactional
    public Made addKey(String accountId, @Nullable Repeatable request) {
        var keyId = mint.keyId();
        if (!once.claim(request, keyId)) return again(request);
        var account = accounts.lock(accountId);
        if (account.isEmpty()) return nothingOf(new Made.NoSuchAccount());
        if (keys.findActive(accountId).size() >= MOST_KEYS) return nothingOf(new Made.TooManyKeys(MOST_KEYS));
        return new Made.Key(addKey(account.get(), keyId, mint.secret()), false);
    }

    /** @return whether the account had such an active key */
    @Transactional
    public boolean revokeKey(String accountId, String keyId) {
        return keys.revoke(accountId, keyId, clock.instant()) == 1;
    }

    @Transactional
    public Optional<Outcome> suspend(String accountId, String by) {
        return accounts.lock(accountId).map(account -> {
            var outcome = account.suspend(by, clock.instant());
            if (outcome instanceof Outcome.Changed changed) {
                publisher.suspended(
                        accounts.update(changed.account()), changed.account().changedAt());
            }
            return outcome;
        });
    }

    @Transactional
    public Optional<Outcome> reinstate(String accountId) {
        return accounts.lock(accountId).map(account -> {
            var outcome = account.reinstate(clock.instant());
            if (outcome instanceof Outcome.Changed changed) {
                publisher.reinstated(
                        accounts.update(changed.account()), changed.account().changedAt());
            }
            return outcome;
        });
    }

    public Optional<Account> find(String accountId) {
        return accounts.findById(accountId);
    }

    public List<Account> after(Instant openedAt, String id, int limit) {
        return accounts.findAfter(openedAt, id, limit);
    }

    public List<AccessKey> keysOf(String accountId) {
        return keys.findActive(accountId);
    }

    private Made open(NewAccount wish, String keyId, String secret) {
        var id = wish.id() == null ? mint.accountId() : wish.id();
        accounts.lockId(id);
        if (accounts.existsById(id)) return nothingOf(new Made.IdTaken(id));
        var now = clock.instant();
        var account = accounts.save(new Account(
                id,
                wish.kind(),
                wish.name(),
                wish.email(),
                wish.currency(),
                wish.country(),
                wish.subdivision(),
                now,
                null,
                now,
                null));
        publisher.opened(account);
        return new Made.Key(addKey(account, keyId, secret), false);
    }

    /** A refused request frees its Idempotency-Key again. */
    private static Made nothingOf(Made refusal) {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return refusal;
    }

    private OpenedKey addKey(Account account, String keyId, String secret) {
        var key = keys.save(new AccessKey(keyId, account.id(), sealer.seal(keyId, secret), clock.instant(), null));
        return new OpenedKey(account, keyId, secret, key.createdAt());
    }

    private Made again(@Nullable Repeatable request) {
        return once.madeBy(request)
                .flatMap(keys::findById)
                .flatMap(key -> accounts.findById(key.accountId()).map(account -> reopened(account, key)))
                .orElseGet(Made.OtherRequest::new);
    }

    private Made reopened(Account account, AccessKey key) {
        return new Made.Key(
                new OpenedKey(account, key.id(), sealer.open(key.id(), key.secret()), key.createdAt()), true);
    }
}
