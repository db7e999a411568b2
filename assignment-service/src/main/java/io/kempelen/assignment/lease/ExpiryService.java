package io.kempelen.assignment.lease;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes places back from workers whose time ran out; any replica may, and no lease ends twice. */
@Service
class ExpiryService {

    private final StripeLocks stripes;
    private final Leases leases;
    private final LeasePublisher publisher;
    private final InstantSource clock;

    ExpiryService(StripeLocks stripes, Leases leases, LeasePublisher publisher, InstantSource clock) {
        this.stripes = stripes;
        this.leases = leases;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Ends due leases on the stripes that could be had at once, and tells how many. */
    @Transactional
    public int expire(int limit) {
        var now = clock.instant();
        var locked = stripes.lockDue(now, limit).stream()
                .collect(Collectors.toMap(stripe -> key(stripe.taskId(), stripe.number()), Function.identity()));
        if (locked.isEmpty()) return 0;
        var abandoned = leases.abandonDue(locked.values(), now);
        release(abandoned, locked);
        var closed = locked.values().stream()
                .filter(stripe -> !stripe.open())
                .map(Stripe::taskId)
                .collect(Collectors.toSet());
        publisher.abandoned(abandoned, closed);
        return abandoned.size();
    }

    private void release(List<HeldLease> abandoned, Map<String, Stripe> locked) {
        var places = new HashMap<Stripe, Integer>();
        for (var held : abandoned) {
            var stripe = locked.get(key(held.lease().taskId(), held.lease().stripe()));
            if (stripe != null && stripe.open()) places.merge(stripe, 1, Integer::sum);
        }
        stripes.release(places);
    }

    private static String key(String taskId, int stripe) {
        return taskId + " " + stripe;
    }
}
