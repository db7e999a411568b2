package io.kempelen.messaging.outbox;

import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which trace an event belongs to: the request's, or that of the record it answers. */
public final class Traces {

    private final @Nullable Tracer tracer;
    private static final ThreadLocal<Map<String, String>> CAUSES = new ThreadLocal<>();

    public Traces(@Nullable Tracer tracer) {
        this.tracer = tracer;
    }

    /** Remembers, while a batch is handled, the trace of each record by its subject and its key. */
    public void during(Map<String, String> parentsBySubject, Runnable work) {
        CAUSES.set(new HashMap<>(parentsBySubject));
        try {
            work.run();
        } finally {
            CAUSES.remove();
        }
    }

    @Nullable
    String parentFor(String subject, String key) {
        var known = CAUSES.get();
        if (known != null) return known.getOrDefault(subject, known.get(key));
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) return null;
        var context = span.context();
        var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }
}
