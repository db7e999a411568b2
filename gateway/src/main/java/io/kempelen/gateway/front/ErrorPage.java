package io.kempelen.gateway.front;

import io.kempelen.messaging.web.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that filters and the server leave to the error page, as problems. */
@Hidden
@RestController
class ErrorPage implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : null;
        return of(status == null ? HttpStatus.NOT_FOUND : status).response();
    }

    static Problem of(HttpStatus status) {
        var words = status.getReasonPhrase();
        return status.is5xxServerError()
                ? Problem.of(status, "internal-error", "Something went wrong on our side. Nothing was changed.")
                : Problem.of(status, words.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'), words + ".");
    }
}
