package io.kempelen.acceptance.audit;

import org.apache.avro.generic.GenericRecord;

/** Money as the topics carry it. */
public record Amount(long minor, String currency) {

    public static Amount of(Object record) {
        var money = (GenericRecord) record;
        return new Amount((Long) money.get("minorUnits"), money.get("currency").toString());
    }

    public Amount plus(Amount other) {
        return new Amount(Math.addExact(minor, other.minor), currency);
    }

    @Override
    public String toString() {
        return minor + " " + currency;
    }
}
