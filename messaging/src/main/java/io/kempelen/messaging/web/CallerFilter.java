package io.kempelen.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** Lets in only what carries the gateway's token; what needs none tells nothing about anybody. */
final class CallerFilter extends OncePerRequestFilter {

    static final String ATTRIBUTE = Caller.class.getName();
    private static final String BEARER = "Bearer ";
    private static final Set<String> OPEN = Set.of("/v3/api-docs", "/error");

    private final InternalTokens tokens;
    private final JsonMapper json;

    CallerFilter(InternalTokens tokens, JsonMapper json) {
        this.tokens = tokens;
        this.json = json;
    }

    /** By the whole path as it was sent, so that no detour through an open one leads to a closed one. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return OPEN.contains(request.getRequestURI());
    }

    @Override
    @SuppressWarnings("try") // the scope is closed and not otherwise used
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        var caller = header == null || !header.startsWith(BEARER)
                ? java.util.Optional.<Caller>empty()
                : tokens.verify(header.substring(BEARER.length()));
        if (caller.isEmpty()) {
            refuse(response);
            return;
        }
        request.setAttribute(ATTRIBUTE, caller.get());
        try (var scope = MDC.putCloseable("accountId", caller.get().accountId())) {
            chain.doFilter(request, response);
        }
    }

    private void refuse(HttpServletResponse response) throws IOException {
        var problem = Problem.of(
                HttpStatus.UNAUTHORIZED, "unauthenticated", "This service is called through the gateway only.");
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
