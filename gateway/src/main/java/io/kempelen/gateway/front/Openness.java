package io.kempelen.gateway.front;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The health shown to strangers, asked for once in a while only: a page without a token must not drive the services. */
@Component
class Openness {

    private static final long MEMORY = Duration.ofSeconds(2).toNanos();

    private record Known(List<ServiceHealth.Health> health, long at) {}

    private volatile @Nullable Known last;

    List<ServiceHealth.Health> remembered(Supplier<List<ServiceHealth.Health>> question) {
        var known = last;
        if (known != null && System.nanoTime() - known.at() < MEMORY) return known.health();
        var fresh = question.get();
        last = new Known(fresh, System.nanoTime());
        return fresh;
    }
}
