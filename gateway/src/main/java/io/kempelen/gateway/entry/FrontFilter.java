package io.kempelen.gateway.entry;

import io.kempelen.gateway.route.Forwarder;
import io.kempelen.messaging.web.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** What holds for every request: a plain path, a host we answer to, nothing of the inside shown, no half answer taken for whole. */
@Component
@Order(-200)
class FrontFilter extends OncePerRequestFilter {

    private final Origins origins;
    private final JsonMapper json;

    FrontFilter(Origins origins, JsonMapper json) {
        this.origins = origins;
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        var refusal = refusal(request);
        if (refusal != null) {
            refuse(response, refusal);
            return;
        }
        chain.doFilter(request, response);
        if (request.getAttribute(Forwarder.BROKEN_OFF) instanceof IOException brokenOff) throw brokenOff;
    }

    private @Nullable Problem refusal(HttpServletRequest request) {
        var path = request.getRequestURI();
        if (!Paths.isPlain(path)) {
            return Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "malformed-path",
                    "The path may hold plain segments only: no empty ones, no dots, no encoded separators.");
        }
        if (Paths.isInside(path)) {
            return Problem.of(HttpStatus.NOT_FOUND, "not-found", "There is nothing at this address.");
        }
        if (!origins.isKnown(request)) {
            return Problem.of(
                    HttpStatus.MISDIRECTED_REQUEST,
                    "unknown-host",
                    "This installation does not answer to that host name.");
        }
        return null;
    }

    private void refuse(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
