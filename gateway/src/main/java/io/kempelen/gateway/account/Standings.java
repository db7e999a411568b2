package io.kempelen.gateway.account;

import com.github.benmanes.caffeine.cache.CacheLoader;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.kempelen.gateway.account.domain.AccessKey;
import io.kempelen.messaging.seal.Sealer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who may enter, remembered: the database is asked once a minute per account, and once a second for what changed on any
 * replica, so that a suspension or a revoked key takes effect here at once and elsewhere within about a second.
 */
@Component
public class Standings {

    private static final Logger LOG = LoggerFactory.getLogger(Standings.class);
    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final Duration MEMORY_OF_STRANGERS = Duration.ofSeconds(2);
    /** Longer than any transaction and any difference of clocks between replicas. */
    private static final int LONGEST_KEY_ID = 64;

    private static final Duration LOOK_BACK = Duration.ofSeconds(90);

    private final Accounts accounts;
    private final AccessKeys keys;
    private final Sealer sealer;
    private final InstantSource clock;
    private final LoadingCache<String, Optional<Standing>> byAccount;
    /** The changes the last look has seen: each makes an account forgotten once. */
    private volatile Set<String> forgotten = Set.of();

    private volatile boolean blind;
    private final LoadingCache<String, Optional<String>> accountByKey;

    Standings(Accounts accounts, AccessKeys keys, Sealer sealer, InstantSource clock) {
        this.accounts = accounts;
        this.keys = keys;
        this.sealer = sealer;
        this.clock = clock;
        this.byAccount = cache(this::load);
        this.accountByKey = cache(keyId -> keys.findById(keyId).map(AccessKey::accountId));
    }

    public Optional<Standing> of(String accountId) {
        return byAccount.get(accountId);
    }

    /** The standing of the account an access key belongs to, when the key is active. */
    public Optional<Standing> ofKey(String keyId) {
        if (keyId.length() > LONGEST_KEY_ID) return Optional.empty();
        return accountByKey.get(keyId).flatMap(this::of).filter(standing -> standing.secretOf(keyId) != null);
    }

    /** To be called after every change made here. */
    public void forget(String accountId) {
        byAccount.invalidate(accountId);
    }

    /** Without the database nothing is forgotten, and that is told once, not every second. */
    @Scheduled(fixedDelay = 1_000)
    void forgetWhatChanged() {
        try {
            forget(Set.copyOf(accounts.findChangedSince(clock.instant().minus(LOOK_BACK))));
            blind = false;
        } catch (DataAccessException | io.micronaut.data.exceptions.DataAccessException outage) {
            if (!blind) LOG.warn("Changes of accounts cannot be seen at the moment: {}", outage.toString());
            blind = true;
        }
    }

    private void forget(Set<String> changes) {
        for (var change : changes) {
            if (!forgotten.contains(change)) byAccount.invalidate(change.substring(0, change.indexOf(' ')));
        }
        forgotten = changes;
    }

    private Optional<Standing> load(String accountId) {
        return accounts.findById(accountId)
                .map(account -> new Standing(
                        account,
                        keys.findActive(accountId).stream()
                                .collect(Collectors.toMap(AccessKey::id, key -> sealer.open(key.id(), key.secret())))));
    }

    private static <T> LoadingCache<String, Optional<T>> cache(CacheLoader<String, Optional<T>> loader) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfter(Expiry.creating(
                        (String key, Optional<T> known) -> known.isPresent() ? MEMORY : MEMORY_OF_STRANGERS))
                .build(loader);
    }
}
