package io.kempelen.acceptance.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One currency's accounts by kind; together they are to be zero. */
public record Table(String currency, List<Row> rows, long sum) {

    /** All accounts of a kind; nothing is stored for the platform's own. */
    public record Row(
            String kind,
            long accounts,
            long transfers,
            long topics,
            @Nullable Long live) {

        private Row plus(Account account, Figures.Figure figure) {
            return new Row(
                    kind,
                    accounts + 1,
                    transfers + figure.transfers,
                    topics + figure.topics,
                    account.isStored() ? Long.valueOf(stored() + figure.standing(account)) : live);
        }

        private long stored() {
            return live == null ? 0 : live;
        }
    }

    private static final List<String> ORDER =
            List.of("available", "escrow", "earnings", "fees", "deposits", "sandbox", "rail", "paid-out");
    private static final String LINE = "%-4s %-10s %9s %18s %18s %18s%n";

    static List<Table> of(Figures figures) {
        Map<String, Map<String, Row>> currencies = new TreeMap<>();
        Map<String, Long> sums = new TreeMap<>();
        figures.sorted().forEach((account, figure) -> {
            var rows = currencies.computeIfAbsent(account.currency(), unknown -> new TreeMap<>());
            var row = rows.getOrDefault(account.kind(), new Row(account.kind(), 0, 0, 0, null));
            rows.put(account.kind(), row.plus(account, figure));
            sums.merge(account.currency(), figure.standing(account), Long::sum);
        });
        return currencies.entrySet().stream()
                .map(entry ->
                        new Table(entry.getKey(), ordered(entry.getValue()), sums.getOrDefault(entry.getKey(), 0L)))
                .toList();
    }

    private static List<Row> ordered(Map<String, Row> rows) {
        var rest = new TreeMap<>(rows);
        var ordered = new ArrayList<Row>();
        for (var kind : ORDER) {
            var row = rest.remove(kind);
            if (row != null) ordered.add(row);
        }
        ordered.addAll(rest.values());
        return List.copyOf(ordered);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(LINE.formatted(currency, "", "accounts", "by transfers", "by topics", "stored"));
        for (var row : rows)
            text.append(LINE.formatted(
                    "",
                    row.kind(),
                    row.accounts(),
                    Money.words(row.transfers(), currency),
                    Money.words(row.topics(), currency),
                    row.live() == null ? "-" : Money.words(row.live(), currency)));
        return text.append(LINE.formatted("", "together", "", "", "", Money.words(sum, currency)))
                .toString();
    }
}
