package io.kempelen.payout.withdrawal.payee;

import java.util.Optional;

/**
 * The hook for identity and tax checks before money goes out to a worker. An installation that asks another system replaces
 * this bean; {@link OperatorVerification} is what there is otherwise.
 */
public interface Verification {

    /** Why a worker cannot be paid yet, in words for the worker; empty if nothing hinders. Called under the wallet's lock: quick. */
    Optional<String> hindrance(String workerId);
}
