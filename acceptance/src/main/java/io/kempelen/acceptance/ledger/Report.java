package io.kempelen.acceptance.ledger;

import io.kempelen.acceptance.ledger.Difference.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one verification has to say.
 *
 * @param accounts how many balances were compared
 * @param unsent events of the snapshot that are not on the topic yet; they are counted among the events
 * @param unapplied records of kempelen.reviews that payout-service had not read yet: they owe nothing so far
 * @param repeated records that were published again, as at-least-once allows; each counted once
 * @param counts differences of each kind, all of them
 * @param differences the first of each kind
 */
public record Report(
        List<Table> currencies,
        long accounts,
        long transfers,
        long events,
        long unsent,
        long unapplied,
        long repeated,
        Map<Kind, Long> counts,
        List<Difference> differences,
        double seconds) {

    private static final int SHOWN_PER_KIND = 20;

    static Report of(Reading<?> reading, List<Table> currencies, double seconds) {
        return new Report(
                currencies,
                currencies.stream()
                        .flatMap(table -> table.rows().stream())
                        .mapToLong(Table.Row::accounts)
                        .sum(),
                reading.transferCount,
                reading.eventCount,
                reading.waiting,
                reading.unapplied,
                reading.repeated,
                reading.faults.counts(),
                reading.faults.kept(),
                seconds);
    }

    public long found() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean agrees() {
        return found() == 0;
    }

    /** The differences of one kind. */
    public List<Difference> of(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .toList();
    }

    /** As a shell reads it. */
    public int exitCode() {
        return agrees() ? 0 : 1;
    }

    @Override
    public String toString() {
        var text = new StringBuilder(currencies.stream().map(Table::toString).collect(Collectors.joining("\n")));
        if (unsent > 0) text.append("%,d events were about to be sent and are counted.%n".formatted(unsent));
        if (unapplied > 0)
            text.append("%,d records of kempelen.reviews were not applied yet and owe nothing so far.%n"
                    .formatted(unapplied));
        if (repeated > 0) text.append("%,d repeated publications were counted once.%n".formatted(repeated));
        for (var kind : Kind.values()) differences(kind, text);
        text.append(verdict());
        return text.toString();
    }

    private void differences(Kind kind, StringBuilder text) {
        var shown = of(kind).stream().limit(SHOWN_PER_KIND).toList();
        shown.forEach(difference -> text.append("DIFFERS ").append(difference).append('\n'));
        long more = counts.getOrDefault(kind, 0L) - shown.size();
        if (more > 0)
            text.append(
                    "DIFFERS %s: at least %,d more%n".formatted(kind.name().toLowerCase(java.util.Locale.ROOT), more));
    }

    private String verdict() {
        return agrees()
                ? "Every balance is the sum of its transfers and of its events: %,d accounts, %,d transfers, %,d events, sum zero in each currency.%n"
                        .formatted(accounts, transfers, events)
                : "%,d differences in %,d accounts, %,d transfers and %,d events.%n"
                        .formatted(found(), accounts, transfers, events);
    }
}
