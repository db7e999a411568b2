package io.kempelen.gateway.front;

import io.kempelen.gateway.route.Unavailable;
import io.kempelen.messaging.web.Problem;
import io.micronaut.data.connection.exceptions.ConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Says which service gave no answer, whether it may have acted, and when to come again; and what is nowhere. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnavailableAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(UnavailableAdvice.class);
    private static final String AGAIN_IN_SECONDS = "3";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unavailable(Unavailable failure) {
        LOG.warn("No answer: {}", failure.getMessage());
        var problem = problem(failure).with("service", failure.service().id());
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, AGAIN_IN_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    /** The gateway's own database. */
    @ExceptionHandler({DataAccessResourceFailureException.class, ConnectionException.class})
    ResponseEntity<ProblemDetail> withoutDatabase(Exception outage) {
        LOG.warn("The database does not answer: {}", outage.toString());
        var problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-unavailable",
                "Nobody can be let in at the moment. Nothing was done; repeat the request in some seconds.");
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, AGAIN_IN_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    /** An address that is nobody's. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> nowhere(NoResourceFoundException nowhere) {
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is nothing at this address. See /openapi.json for what there is.")
                .response();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> otherMethod(HttpRequestMethodNotSupportedException other) {
        return Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        other.getMethod() + " is not possible at this address. See /openapi.json for what is.")
                .response();
    }

    private static Problem problem(Unavailable failure) {
        return switch (failure.why()) {
            case UNREACHABLE, CIRCUIT_OPEN ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "The service that answers this is not available. Nothing was done; repeat the request in some seconds.");
            case BROKEN_OFF ->
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "service-unavailable",
                        "The service that answers this broke off. It may have acted: repeat with the same Idempotency-Key, or look first.");
            case TIMED_OUT ->
                Problem.of(
                        HttpStatus.GATEWAY_TIMEOUT,
                        "service-timeout",
                        "The service that answers this took too long. It may still act: repeat with the same Idempotency-Key, or look first.");
        };
    }
}
