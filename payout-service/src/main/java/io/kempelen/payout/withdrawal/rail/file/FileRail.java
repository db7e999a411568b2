package io.kempelen.payout.withdrawal.rail.file;

import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.Order;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A rail that is a file. "Sent" means that the file is in the database, from where the bank's client fetches it; so whether a
 * payout was sent is never unknown for longer than a transaction. What becomes of it is told by {@link ReportFormat}s.
 */
final class FileRail implements PayoutRail {

    private final PaymentFormat format;
    private final PaymentFiles files;
    private final Duration every;
    private final InstantSource clock;

    FileRail(PaymentFormat format, PaymentFiles files, Duration every, InstantSource clock) {
        this.format = format;
        this.files = files;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public String name() {
        return format.name();
    }

    @Override
    public void check(Destination to, String currency) {
        format.check(to, currency);
    }

    @Override
    public int runSize() {
        return format.capacity();
    }

    @Override
    public long most(String currency) {
        return format.most(currency);
    }

    /** Files are written at whole multiples of the interval since 1970, so that what is asked for meanwhile goes together. */
    @Override
    public Instant departure(Instant now) {
        var step = every.toMillis();
        return step <= 0 ? now : Instant.ofEpochMilli(Math.ceilDiv(now.toEpochMilli(), step) * step);
    }

    @Override
    public Map<String, Answer> pay(Run run) {
        var written = files.write(format, run);
        return written ? all(run.orders(), new Answer.Accepted()) : Map.of();
    }

    @Override
    public Map<String, Answer> ask(List<Order> orders) {
        var answers = new HashMap<>(all(orders, new Answer.NeverHeard()));
        files.written(orders).forEach((payoutId, writtenAt) -> answers.put(payoutId, since(writtenAt)));
        return answers;
    }

    private Answer since(Instant writtenAt) {
        var arrived = format.arrivesAfter().filter(time -> !writtenAt.plus(time).isAfter(clock.instant()));
        return arrived.isPresent() ? new Answer.Paid() : new Answer.Accepted();
    }

    private static Map<String, Answer> all(List<Order> orders, Answer answer) {
        return orders.stream().map(Order::payoutId).collect(Collectors.toMap(Function.identity(), id -> answer));
    }
}
