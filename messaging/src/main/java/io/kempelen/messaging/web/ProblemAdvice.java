package io.kempelen.messaging.web;

import io.micronaut.data.exceptions.OptimisticLockException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error that no controller answered itself, as a problem and never as a stack trace. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String UNTRANSLATABLE_CHARACTER = "22021";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ProblemException refusal) {
        return refusal.problem().response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> lostRace(OptimisticLockException race) {
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "changed-meanwhile",
                        "Somebody changed this at the same moment. Read it again, then repeat.")
                .response();
    }

    @ExceptionHandler({TransientDataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> outage(Exception outage) {
        return unavailable(outage, "This cannot be done at the moment. Repeat it in some seconds.");
    }

    /** The connection broke in the middle, maybe in the middle of a commit: nobody here knows what came of it. */
    @ExceptionHandler({DataAccessResourceFailureException.class, TransactionSystemException.class})
    ResponseEntity<ProblemDetail> brokenOff(Exception outage) {
        return unavailable(
                outage,
                "The database broke off. This may have been done: repeat with the same Idempotency-Key, or look first.");
    }

    private static ResponseEntity<ProblemDetail> unavailable(Exception outage, String words) {
        LOG.warn("The database does not answer", outage);
        var answer = Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "not-available", words);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(answer.body());
    }

    /** PostgreSQL stores every character but U+0000, wherever in a request it stands. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unstorable(DataIntegrityViolationException refused) {
        if (!(refused.getMostSpecificCause() instanceof SQLException cause)
                || !UNTRANSLATABLE_CHARACTER.equals(cause.getSQLState())) return bug(refused);
        return Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "invalid-value",
                        "A text of this request contains the character U+0000, which cannot be stored. Remove it.")
                .response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> bug(Exception bug) {
        LOG.error("Unexpected failure", bug);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Something went wrong on our side. Nothing was changed.")
                .response();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var cause = unreadable.getMostSpecificCause();
        if (cause instanceof ProblemException refusal)
            return handleExceptionInternal(
                    unreadable,
                    refusal.problem().body(),
                    headers,
                    refusal.problem().status(),
                    request);
        return handleExceptionInternal(
                unreadable, UnreadableBody.problem(cause).body(), headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var typed = new HttpHeaders(headers);
        typed.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.handleExceptionInternal(failure, body, typed, status, request);
    }
}
