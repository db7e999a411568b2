package io.kempelen.payout.withdrawal;

import io.kempelen.payout.withdrawal.domain.Payout.Outcome;
import io.kempelen.payout.withdrawal.payee.Payees;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pays workers who do not want to ask each time. A date is taken and its payout made in one transaction each; a payout that
 * cannot be made is rolled back alone, so that its date is taken all the same and nobody waits behind it.
 */
@Component
class ScheduledPayouts {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledPayouts.class);

    private final Payees payees;
    private final Withdrawals withdrawals;
    private final TransactionTemplate transactions;
    private final TransactionTemplate nested;
    private final InstantSource clock;

    ScheduledPayouts(
            Payees payees, Withdrawals withdrawals, PlatformTransactionManager transactions, InstantSource clock) {
        this.payees = payees;
        this.withdrawals = withdrawals;
        this.transactions = new TransactionTemplate(transactions);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${kempelen.payouts.schedule-poll:10s}")
    void pay() {
        boolean more;
        do more = Boolean.TRUE.equals(transactions.execute(status -> payNext()));
        while (more);
    }

    private boolean payNext() {
        var due = payees.claimDue(clock.instant(), 1);
        due.forEach(this::pay);
        return !due.isEmpty();
    }

    private void pay(String workerId) {
        try {
            nested.executeWithoutResult(status -> request(workerId));
        } catch (RuntimeException unpayable) {
            LOG.warn(
                    "Worker {} cannot be paid on schedule: {}",
                    workerId,
                    unpayable.getClass().getName());
        }
    }

    private void request(String workerId) {
        var minimum = payees.of(workerId).minimum();
        var outcome =
                withdrawals.request(workerId, cleared -> cleared.withdrawable() < minimum ? 0 : cleared.withdrawable());
        if (outcome instanceof Outcome.NotVerified unverified)
            LOG.info("Worker {} is not paid on schedule: {}", workerId, unverified.reason());
    }
}
