package io.kempelen.messaging.outbox;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Names, in the answer to a write, the events that other services must have applied before its caller can see the write
 * everywhere; the gateway waits for them. {@link Outbox} adds what a request appends; add by hand what a request waited for.
 */
public final class Fence {

    public static final String HEADER = "Kempelen-Fence";
    private static final int MOST = 8;

    private Fence() {}

    public static void add(List<UUID> events) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) return;
        var response = request.getResponse();
        if (response == null || response.isCommitted()) return;
        if (response.getHeaders(HEADER).size() >= MOST) return;
        var latest = events.subList(Math.max(0, events.size() - MOST), events.size());
        response.addHeader(HEADER, latest.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }
}
