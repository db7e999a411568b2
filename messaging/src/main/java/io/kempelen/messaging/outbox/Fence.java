package io.kempelen.messaging.outbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Names, in the answer to a write, the events that other services must have applied before its caller can see the write
 * everywhere; the gateway waits for them. {@link Outbox} adds what a request appends; add by hand what a request waited for.
 */
public final class Fence {

    public static final String HEADER = "Kempelen-Fence";

    /** A partition is applied in order, so the last events of a long list speak for those before them. */
    private static final int MOST = 64;

    private Fence() {}

    public static void add(List<UUID> events) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)) return;
        var response = request.getResponse();
        if (response == null || response.isCommitted()) return;
        var named = response.getHeaders(HEADER).stream().flatMap(value -> Arrays.stream(value.split(",")));
        var all = Stream.concat(named, events.stream().map(UUID::toString))
                .distinct()
                .toList();
        if (all.isEmpty()) return;
        response.setHeader(HEADER, String.join(",", all.subList(Math.max(0, all.size() - MOST), all.size())));
    }

    /** Of some events, in their order, the last of each key: once that is applied, so are the key's earlier ones. */
    static List<UUID> lastOfEachKey(List<Keyed> events, List<UUID> ids) {
        var last = new LinkedHashMap<String, UUID>();
        for (int i = 0; i < ids.size(); i++) last.putLast(events.get(i).key(), ids.get(i));
        return List.copyOf(last.values());
    }
}
