package io.kempelen.notification.mail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The edge to the mail server. Outermost the circuit breaker, so that a server that is away is left alone; then two quick
 * tries for a passing fault; innermost the time limit. Only the server's absence counts as a failure: a refused mail is an answer.
 */
@Component
class Mailer implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Mailer.class);

    private final Smtp smtp;
    private final SmtpProperties properties;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TimeLimiter timeLimit;
    private final Retry retry = Retry.of(
            "smtp",
            RetryConfig.custom()
                    .maxAttempts(2)
                    .waitDuration(Duration.ofMillis(200))
                    .build());
    private final CircuitBreaker breaker;

    Mailer(Smtp smtp, SmtpProperties properties) {
        this.smtp = smtp;
        this.properties = properties;
        this.timeLimit = TimeLimiter.of("smtp", limit(properties));
        this.breaker = CircuitBreaker.of("smtp", breaking(properties));
    }

    private static TimeLimiterConfig limit(SmtpProperties properties) {
        return TimeLimiterConfig.custom()
                .timeoutDuration(properties.timeLimit())
                .build();
    }

    private static CircuitBreakerConfig breaking(SmtpProperties properties) {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(5)
                .minimumNumberOfCalls(3)
                .waitDurationInOpenState(properties.serverAway())
                .permittedNumberOfCallsInHalfOpenState(1)
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .build();
    }

    boolean enabled() {
        return properties.enabled();
    }

    /** While the breaker is open nobody need claim a mail. */
    boolean ready() {
        return enabled() && breaker.getState() != CircuitBreaker.State.OPEN;
    }

    MailAnswer send(Mail mail) {
        Callable<MailAnswer> limited =
                TimeLimiter.decorateFutureSupplier(timeLimit, () -> threads.submit(() -> attempt(mail)));
        var guarded = CircuitBreaker.decorateCallable(breaker, Retry.decorateCallable(retry, limited));
        try {
            return guarded.call();
        } catch (CallNotPermittedException open) {
            return new MailAnswer.Away("The mail server is left alone for a moment.");
        } catch (Exception away) {
            LOG.warn("The mail server does not answer: {}", away.toString());
            return new MailAnswer.Away(SmtpReply.withoutAddresses(away.toString()));
        }
    }

    /** @throws MessagingException where the server's absence is to blame; every answer about the mail is a value */
    private MailAnswer attempt(Mail mail) throws MessagingException {
        try {
            smtp.send(mail);
            return new MailAnswer.Sent();
        } catch (MessagingException failure) {
            var answer = SmtpReply.about(failure);
            if (answer.isEmpty()) throw failure;
            return answer.get();
        }
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
