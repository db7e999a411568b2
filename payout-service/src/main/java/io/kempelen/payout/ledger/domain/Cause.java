package io.kempelen.payout.ledger.domain;

/** Why money moved. With the id of what caused it, it names a transfer: the ledger holds each pair once. */
public enum Cause {
    DEPOSIT,
    /** Sandbox only: brings an available balance back to its level. */
    LEVELLING,
    /** By ask id. */
    HOLD,
    /** By ask id: the asker took the question back. */
    WITHDRAWAL,
    /** By place. */
    REWARD,
    /** By place. */
    FEE,
    /** By place, or by closing. */
    RELEASE,
    BONUS,
    BONUS_FEE,
    /** By payout id: out of the wallet, pending until one of the next two. */
    PAYOUT,
    /** By payout id: posts it, the money arrived outside. */
    PAYOUT_PAID,
    /** By payout id: voids it, the money is back in the wallet. */
    PAYOUT_FAILED,
    /** By payout id: reverses it after it had been posted. */
    PAYOUT_RETURNED
}
