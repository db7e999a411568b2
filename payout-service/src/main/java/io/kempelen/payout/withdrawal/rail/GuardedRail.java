package io.kempelen.payout.withdrawal.rail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands before a rail, outermost first: circuit breaker, further tries, time limit. A question is repeated freely, a
 * payment only while nothing was sent; whatever else goes wrong with it leaves its outcome unknown, because it may have been sent.
 */
public final class GuardedRail implements PayoutRail {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedRail.class);

    private final PayoutRail rail;
    private final CircuitBreaker breaker;
    private final Patience paying;
    private final Patience asking;
    private final ExecutorService threads;

    GuardedRail(PayoutRail rail, CircuitBreaker breaker, Patience paying, Patience asking, ExecutorService threads) {
        this.rail = rail;
        this.breaker = breaker;
        this.paying = paying;
        this.asking = asking;
        this.threads = threads;
    }

    record Patience(Retry retry, TimeLimiter limit) {}

    /** A run of which nothing became clear counts against the rail; a question may well find nothing clear. */
    private static final class NothingClear extends Exception {

        private final transient Map<String, Answer> answers;

        NothingClear(Map<String, Answer> answers) {
            super("no order was answered", null, false, false);
            this.answers = answers;
        }
    }

    @Override
    public Map<String, Answer> pay(Run run) throws Unreachable {
        try {
            return breaker.executeCallable(() -> clear(patiently(paying, () -> rail.pay(run))));
        } catch (CallNotPermittedException open) {
            throw new Unreachable("The rail " + name() + " failed too often and is left alone for a moment.");
        } catch (Unreachable nothingSent) {
            throw nothingSent;
        } catch (NothingClear unclear) {
            return unclear.answers;
        } catch (Exception unclear) {
            return unknown(run.orders(), "pay", unclear);
        }
    }

    @Override
    public Map<String, Answer> ask(List<Order> orders) {
        try {
            return breaker.executeCallable(() -> patiently(asking, () -> rail.ask(orders)));
        } catch (Exception unclear) {
            return unknown(orders, "ask", unclear);
        }
    }

    private Map<String, Answer> patiently(Patience patience, Callable<Map<String, Answer>> call) throws Exception {
        var limited = patience.limit().decorateFutureSupplier(() -> threads.submit(call));
        return patience.retry().executeCallable(limited);
    }

    private static Map<String, Answer> clear(Map<String, Answer> answers) throws NothingClear {
        if (answers.values().stream().allMatch(Answer.Unknown.class::isInstance)) throw new NothingClear(answers);
        return answers;
    }

    /** Names the failure's kind only: its words may hold bank details. */
    private Map<String, Answer> unknown(List<Order> orders, String call, Exception failure) {
        if (failure instanceof InterruptedException) Thread.currentThread().interrupt();
        if (!(failure instanceof CallNotPermittedException))
            LOG.warn(
                    "Rail {} gave no answer to {}: {}",
                    name(),
                    call,
                    failure.getClass().getName());
        LOG.debug("Rail {} gave no answer to {}", name(), call, failure);
        var answer = new Answer.Unknown(words(failure));
        return orders.stream().map(Order::payoutId).distinct().collect(Collectors.toMap(id -> id, id -> answer));
    }

    private String words(Exception failure) {
        return switch (failure) {
            case TimeoutException late -> "The rail " + name() + " gave no answer in time.";
            case CallNotPermittedException open ->
                "The rail " + name() + " failed too often and is left alone for a moment.";
            default -> "The rail " + name() + " failed: " + failure.getClass().getSimpleName() + ".";
        };
    }

    @Override
    public String name() {
        return rail.name();
    }

    @Override
    public void check(Destination to, String currency) {
        rail.check(to, currency);
    }

    @Override
    public int runSize() {
        return rail.runSize();
    }

    @Override
    public long most(String currency) {
        return rail.most(currency);
    }

    @Override
    public Instant departure(Instant now) {
        return rail.departure(now);
    }

    @Override
    public Duration recall() {
        return rail.recall();
    }
}
