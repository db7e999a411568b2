package io.kempelen.gateway.front;

import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.entry.Gatekeeper;
import io.kempelen.gateway.entry.Visitor;
import io.kempelen.gateway.route.Call;
import io.kempelen.gateway.route.Forwarder;
import io.kempelen.gateway.route.Group;
import io.kempelen.gateway.route.Service;
import io.kempelen.gateway.token.InternalTokens;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask of the platform as a whole, or of one service by name. */
@Tag(name = "operations")
@RestController
class OperatorController {

    /** A condition that always holds lets these go before the same addresses of the messaging library, which are the services'. */
    private static final String ALWAYS = "Host";

    private static final String LIST = "/v1/operator/dead-letters";
    private static final String REPLAY = "/v1/operator/dead-letters/replay";

    private final ServiceHealth health;
    private final InternalTokens tokens;
    private final Forwarder forwarder;

    OperatorController(ServiceHealth health, InternalTokens tokens, Forwarder forwarder) {
        this.health = health;
        this.tokens = tokens;
        this.forwarder = forwarder;
    }

    @Operation(summary = "Which services answer")
    @GetMapping("/v1/operator/services")
    Page<ServiceHealth.Health> services(Visitor visitor) {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        return new Page<>(health.all(), null);
    }

    @Operation(summary = "The records a service could not apply")
    @GetMapping(path = LIST, headers = ALWAYS)
    void deadLetters(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String service,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        forward(visitor, service, LIST, request, response);
    }

    @Operation(summary = "Feed them to that service again, in order")
    @PostMapping(path = REPLAY, headers = ALWAYS)
    void replay(
            Visitor visitor,
            @RequestParam(required = false) @Nullable String service,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        forward(visitor, service, REPLAY, request, response);
    }

    private void forward(
            Visitor visitor,
            @Nullable String name,
            String path,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Gatekeeper.require(visitor, Kind.OPERATOR);
        var service = Optional.ofNullable(name).flatMap(Service::of).orElseThrow(OperatorController::unknownService);
        var token = tokens.of(visitor.accountId(), visitor.kind(), service.id());
        forwarder.forward(request, response, new Call(Group.of(service), path, token, List.of()));
    }

    private static RuntimeException unknownService() {
        var names = Arrays.stream(Service.values()).map(Service::id).collect(Collectors.joining(", "));
        return Problem.invalid("service", "service must be one of " + names + ".")
                .exception();
    }
}
