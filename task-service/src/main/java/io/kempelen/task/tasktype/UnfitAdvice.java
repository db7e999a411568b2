package io.kempelen.task.tasktype;

import io.kempelen.messaging.web.Problem;
import io.kempelen.task.tasktype.domain.Unfit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers a value that cannot be taken with the name of its field. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnfitAdvice {

    @ExceptionHandler(Unfit.class)
    ResponseEntity<ProblemDetail> unfit(Unfit unfit) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-value", String.valueOf(unfit.getMessage()))
                .with("field", unfit.field())
                .response();
    }
}
