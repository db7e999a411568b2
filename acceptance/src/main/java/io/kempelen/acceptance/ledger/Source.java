package io.kempelen.acceptance.ledger;

/** Where transfers, events and balances come from: one moment of a ledger, told as often as it is asked for. */
@FunctionalInterface
interface Source {

    void tell(Reading<?> reading) throws Exception;
}
