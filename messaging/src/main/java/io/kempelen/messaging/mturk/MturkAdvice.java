package io.kempelen.messaging.mturk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers MTurk's kind of errors in MTurk's shape. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MturkAdvice {

    private final InstantSource clock;

    MturkAdvice(InstantSource clock) {
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            @JsonProperty("__type") String type,
            @JsonProperty("Message") String message,
            @JsonProperty("TurkErrorCode") @Nullable String code) {}

    @ExceptionHandler
    ResponseEntity<Body> refused(MturkError error) {
        var message = error.getMessage() + " (" + clock.instant().toEpochMilli() + ")";
        return ResponseEntity.badRequest().body(new Body(error.type(), message, error.code()));
    }
}
