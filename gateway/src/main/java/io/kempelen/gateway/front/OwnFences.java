package io.kempelen.gateway.front;

import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.route.Fences;
import io.kempelen.gateway.route.Service;
import io.kempelen.messaging.outbox.Fence;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** A new account can be used at once everywhere: waits until the services that will ask for it know it. */
@Component
class OwnFences {

    /** Accounts are made rarely, and one that its services do not know yet is of no use. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Fences fences;

    OwnFences(Fences fences) {
        this.fences = fences;
    }

    void await(HttpServletResponse response, Kind kind) {
        var events = List.copyOf(response.getHeaders(Fence.HEADER));
        response.setHeader(Fence.HEADER, null);
        fences.await(events.stream(), readers(kind), PATIENCE);
    }

    private static List<Service> readers(Kind kind) {
        return switch (kind) {
            case REQUESTER -> List.of(Service.TASK, Service.ASSIGNMENT, Service.PAYOUT);
            case WORKER -> List.of(Service.ASSIGNMENT, Service.PAYOUT);
            case OPERATOR -> List.of();
        };
    }
}
