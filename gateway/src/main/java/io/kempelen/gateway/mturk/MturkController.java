package io.kempelen.gateway.mturk;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Collections;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The MTurk API's one address: every answer, errors included, in the form AWS clients read. */
@Hidden
@RestController
class MturkController {

    private static final Logger LOG = LoggerFactory.getLogger(MturkController.class);
    private static final int MOST_BYTES = 1024 * 1024;

    private final MturkCalls calls;
    private final InstantSource clock;
    private final JsonMapper json;

    MturkController(MturkCalls calls, InstantSource clock, JsonMapper json) {
        this.calls = calls;
        this.clock = clock;
        this.json = json;
    }

    @PostMapping("/")
    void call(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var answer = answer(request);
        response.setStatus(answer.status());
        response.setHeader("x-amzn-RequestId", UUID.randomUUID().toString());
        response.setContentType("application/x-amz-json-1.1");
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private MturkAnswer answer(HttpServletRequest request) throws IOException {
        try {
            return calls.answer(signed(request));
        } catch (Fault fault) {
            return MturkAnswer.of(fault, clock.millis(), json);
        } catch (RuntimeException bug) {
            LOG.error("A call of the MTurk API failed", bug);
            return MturkAnswer.of(
                    Fault.service("Something went wrong on our side. Repeat the call."), clock.millis(), json);
        }
    }

    private SignedRequest signed(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) throw tooLarge();
        calls.requireKnownKey(request.getHeader("authorization")); // nobody fills our memory without one
        var body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) throw tooLarge();
        return new SignedRequest(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                name -> Collections.list(request.getHeaders(name)),
                body);
    }

    private static Fault tooLarge() {
        return Fault.of("RequestEntityTooLargeException", "A request may have at most " + MOST_BYTES + " bytes.");
    }
}
