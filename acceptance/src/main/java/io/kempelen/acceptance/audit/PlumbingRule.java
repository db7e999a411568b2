package io.kempelen.acceptance.audit;

/** Nothing waits: no event unsent, no record parked. */
final class PlumbingRule implements Rule {

    @Override
    public void check(Evidence evidence, Findings findings) {
        for (var database : evidence.stores().names()) {
            long unsent = evidence.stores().number(database, "SELECT count(*) FROM outbox");
            if (unsent > 0) findings.add("outbox", database, unsent + " events are not sent");
            evidence.stores()
                    .each(
                            database,
                            "SELECT topic, partition, record_offset, reason FROM parked_record WHERE reason IS NOT NULL",
                            row -> findings.add(
                                    "parked",
                                    database,
                                    row.getString(1) + "-" + row.getInt(2) + "@" + row.getLong(3) + ": "
                                            + row.getString(4)));
        }
    }
}
