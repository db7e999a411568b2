package io.kempelen.task.mturk;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.task.question.QuestionXml;
import io.kempelen.task.tasktype.domain.Unfit;
import java.util.function.Supplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What MTurk's clients repeat by themselves, and the domain's refusals in their shape. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class HitAdvice {

    /** MTurk's fault body. */
    record Fault(
            @JsonProperty("__type") String type,
            @JsonProperty("Message") String message,
            @JsonProperty("TurkErrorCode") String code) {}

    @ExceptionHandler
    ResponseEntity<Fault> unavailable(HitErrors.Unavailable unavailable) {
        return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR)
                .body(new Fault(
                        "ServiceFault",
                        "The request could not be completed in time. Repeat it.",
                        "AWS.ServiceUnavailable"));
    }

    /** Runs what checks values in the native API's terms. */
    static <T> T checked(Supplier<T> work) {
        try {
            return work.get();
        } catch (Unfit unfit) {
            throw MturkError.parameter(String.valueOf(unfit.getMessage()));
        } catch (QuestionXml.BadQuestion bad) {
            throw MturkError.of(
                    "ParameterValidationError",
                    "AWS.MechanicalTurk.XMLParseError",
                    "There was an error parsing the XML question or answer data in your request."
                            + "  Please make sure the data is well-formed and validates against the appropriate schema. Details: "
                            + bad.getMessage());
        }
    }
}
