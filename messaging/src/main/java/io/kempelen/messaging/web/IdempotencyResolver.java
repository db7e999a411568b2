package io.kempelen.messaging.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;
import tools.jackson.databind.json.JsonMapper;

/** Hands a controller the request's idempotency key; put the parameter behind the body, which is hashed. */
final class IdempotencyResolver implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_KEY = 255;

    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    IdempotencyResolver(TransactionTemplate transaction, JdbcTemplate jdbc, JsonMapper json, InstantSource clock) {
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Idempotency.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        var key = request.getHeader(HEADER);
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.invalid(HEADER, HEADER + " must have 1 to " + LONGEST_KEY + " characters.")
                    .exception();
        }
        var account = CallerResolver.of(request).accountId();
        var hash = key == null ? "" : hash(request);
        return new Idempotency(transaction, jdbc, json, account, key, hash, clock.instant());
    }

    private static String hash(NativeWebRequest request) {
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) throw new IllegalStateException("Not an HTTP request");
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var line = servlet.getMethod() + " " + servlet.getRequestURI() + "?" + servlet.getQueryString() + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            var cached = WebUtils.getNativeRequest(servlet, ContentCachingRequestWrapper.class);
            if (cached != null) digest.update(cached.getContentAsByteArray());
            else digest.update(Long.toString(servlet.getContentLengthLong()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
