package io.kempelen.messaging.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

/** Keeps the JSON body of a request that has an idempotency key, to be hashed; uploads stream through unkept. */
final class BodyCachingFilter extends OncePerRequestFilter {

    private static final int MOST_BYTES = 2 * 1024 * 1024;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        var keyed = request.getHeader(IdempotencyResolver.HEADER) != null
                && type != null
                && type.startsWith("application/json");
        chain.doFilter(keyed ? new ContentCachingRequestWrapper(request, MOST_BYTES) : request, response);
    }
}
