package io.kempelen.payout.withdrawal.rail.iso20022;

import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.Run;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Runs as tests need them. */
final class Runs {

    static final String RUN = "3RVN" + "0".repeat(26);
    static final Instant STARTED = Instant.parse("2026-11-20T23:59:58.765Z");
    static final Iso20022Properties DEBTOR =
            new Iso20022Properties("Kempelen Test GmbH", "DE89 3704 0044 0532 0130 00", "COBADEFFXXX");

    private Runs() {}

    static Run of(String currency, List<Order> orders) {
        return new Run(RUN, STARTED, currency, orders);
    }

    static Run ofMany(String currency, int count) {
        return of(
                currency,
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> order(i, 100L + 37L * i, currency, to("Payee " + i, german(i))))
                        .toList());
    }

    static Order order(long number, long amount, String currency, Destination to) {
        return new Order(payout(number), number, "WORKER", amount, currency, to, STARTED);
    }

    static String payout(long number) {
        return "3PAY%026d".formatted(number);
    }

    static Destination to(String name, String iban) {
        return new Destination(Map.of("name", name, "iban", iban));
    }

    /** Check digits as ISO 7064 has them: what is left of 98 after the rest, DE as 1314, and 00. */
    static String german(int account) {
        var bban = "37040044%010d".formatted(account);
        var rest = new BigInteger(bban + "131400").mod(BigInteger.valueOf(97)).intValueExact();
        return "DE%02d%s".formatted(98 - rest, bban);
    }
}
