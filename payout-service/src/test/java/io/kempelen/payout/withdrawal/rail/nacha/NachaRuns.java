package io.kempelen.payout.withdrawal.rail.nacha;

import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Run;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs and files as tests need them. */
final class NachaRuns {

    static final String RUN = "3RVN" + "0".repeat(26);
    static final Instant FRIDAY = Instant.parse("2026-11-20T23:05:58Z");
    static final NachaProperties BANK = new NachaProperties(
            "091000019", "Federal Reserve Bank", "1234567890", "Kempelen, Inc.", "Kempelen", "1987654321", "021000021");

    /** Real routing numbers of big banks. */
    private static final List<String> BANKS = List.of("021000021", "011401533", "121000248", "322271627", "091000019");

    private NachaRuns() {}

    static Run of(Order... orders) {
        return new Run(RUN, FRIDAY, "USD", List.of(orders));
    }

    /** In descending numbers, so that a file has to sort them. */
    static Run ofMany(int count) {
        var orders = IntStream.rangeClosed(1, count)
                .mapToObj(i -> order(29_999_000L + i, 100L + 37L * i, to("Payee " + i, BANKS.get(i % 5), "ACC-" + i)))
                .collect(Collectors.toList());
        Collections.reverse(orders);
        return new Run(RUN, FRIDAY, "USD", orders);
    }

    static Order order(long number, long amount, Destination to) {
        return new Order("3PAY%026d".formatted(number), number, "WORKER", amount, "USD", to, FRIDAY);
    }

    static Destination to(String name, String routing, String account) {
        return new Destination(
                Map.of("name", name, "routingNumber", routing, "accountNumber", account, "accountType", "checking"));
    }

    static Destination good() {
        return to("Ada Lovelace", "021000021", "12345-X");
    }

    static Destination but(String member, String value) {
        var members = new HashMap<>(good().members());
        members.put(member, value);
        return new Destination(members);
    }
}
