package io.kempelen.gateway.front;

import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.entry.Gatekeeper;
import io.kempelen.gateway.entry.Visitor;
import io.kempelen.gateway.route.Call;
import io.kempelen.gateway.route.Forwarder;
import io.kempelen.gateway.route.Route;
import io.kempelen.gateway.route.RouteTable;
import io.kempelen.gateway.token.InternalTokens;
import io.kempelen.messaging.web.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Everything below {@code /v1} that the gateway does not answer itself. */
@Hidden
@RestController
class ForwardingController {

    /** The gateway's own addresses: a request that gets here had another method. */
    private static final Pattern OWN = Pattern.compile(
            "/v1/account(/access-keys(/[^/]+)?)?|/v1/operator/(accounts(/[^/]+(/(suspend|reinstate|access-keys))?)?|services|dead-letters(/replay)?)");

    private final InternalTokens tokens;
    private final Forwarder forwarder;

    ForwardingController(InternalTokens tokens, Forwarder forwarder) {
        this.tokens = tokens;
        this.forwarder = forwarder;
    }

    @RequestMapping("/v1/**")
    void forward(Visitor visitor, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = request.getRequestURI();
        var route = RouteTable.find(request.getMethod(), path)
                .orElseThrow(() -> nowhere(path, request.getMethod()).exception());
        if (path.startsWith("/v1/operator/")) Gatekeeper.require(visitor, Kind.OPERATOR);
        forwarder.forward(request, response, call(route, visitor, request));
    }

    private Call call(Route route, Visitor visitor, HttpServletRequest request) {
        var query = request.getQueryString();
        var target = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        var token = tokens.of(
                visitor.accountId(), visitor.kind(), route.group().service().id());
        return new Call(route.group(), target, token, route.seenBy());
    }

    private static Problem nowhere(String path, String method) {
        return OWN.matcher(path).matches()
                ? Problem.of(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        method + " is not possible at this address. See /openapi.json for what is.")
                : Problem.of(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        "There is nothing at this address. See /openapi.json for what there is.");
    }
}
