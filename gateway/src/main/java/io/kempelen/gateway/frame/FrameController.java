package io.kempelen.gateway.frame;

import io.kempelen.gateway.GatewayProperties;
import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.entry.Gatekeeper;
import io.kempelen.gateway.entry.Origins;
import io.kempelen.gateway.entry.Visitor;
import io.kempelen.gateway.route.Call;
import io.kempelen.gateway.route.Forwarder;
import io.kempelen.gateway.route.Group;
import io.kempelen.gateway.route.Service;
import io.kempelen.gateway.token.InternalTokens;
import io.kempelen.messaging.frame.Capability;
import io.kempelen.messaging.web.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows task frames and takes their forms. A frame has no token: the capability in its address is all it may do. */
@Hidden
@RestController
class FrameController {

    private static final List<Service> SUBMISSION_SEEN_BY = List.of(Service.REVIEW);
    private static final String SANDBOX = "sandbox allow-forms allow-scripts allow-popups allow-modals allow-downloads";

    private final Gatekeeper gatekeeper;
    private final Origins origins;
    private final InternalTokens tokens;
    private final Forwarder forwarder;
    private final InstantSource clock;
    private final String key;

    FrameController(
            Gatekeeper gatekeeper,
            Origins origins,
            InternalTokens tokens,
            Forwarder forwarder,
            InstantSource clock,
            GatewayProperties properties) {
        this.gatekeeper = gatekeeper;
        this.origins = origins;
        this.tokens = tokens;
        this.forwarder = forwarder;
        this.clock = clock;
        this.key = properties.frameKey();
    }

    /** Only on the frames' own origin: elsewhere other people's scripts would run beside the platform's pages. */
    @GetMapping("/s/{capability}/frame")
    void show(@PathVariable String capability, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!origins.isFrames(request)) {
            throw Problem.of(
                            HttpStatus.MISDIRECTED_REQUEST,
                            "not-on-this-origin",
                            "Task frames are shown on their own origin only. Use the frameUrl as it was given.")
                    .exception();
        }
        var frame = verified(capability, response);
        response.setHeader("Content-Security-Policy", SANDBOX);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        var token = tokens.ofFrame(frame.workerId(), Service.TASK.id(), frame.assignmentId());
        forwarder.forward(
                request,
                response,
                new Call(Group.FRAMES, withQuery("/internal/frames/" + frame.taskId(), request), token, List.of()));
    }

    @PostMapping("/s/{capability}/mturk/externalSubmit")
    void submit(@PathVariable String capability, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var frame = verified(capability, response);
        response.setHeader("Referrer-Policy", "no-referrer");
        submit(request, response, tokens.ofFrame(frame.workerId(), Service.ASSIGNMENT.id(), frame.assignmentId()));
    }

    /** For workers' own programs, which have a token. */
    @PostMapping("/mturk/externalSubmit")
    void submit(Visitor worker, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Gatekeeper.require(worker, Kind.WORKER);
        submit(request, response, tokens.of(worker.accountId(), worker.kind(), Service.ASSIGNMENT.id()));
    }

    private void submit(HttpServletRequest request, HttpServletResponse response, String token) throws IOException {
        forwarder.forward(
                request,
                response,
                new Call(Group.WORK, withQuery("/mturk/externalSubmit", request), token, SUBMISSION_SEEN_BY));
    }

    private Capability verified(String minted, HttpServletResponse response) {
        var capability = Capability.verify(key, minted, clock.instant())
                .orElseThrow(() -> Problem.of(
                                HttpStatus.FORBIDDEN,
                                "frame-expired",
                                "This task frame has expired, or its address is incomplete. Open the task again.")
                        .exception());
        gatekeeper.admit(capability.workerId(), response);
        return capability;
    }

    private static String withQuery(String path, HttpServletRequest request) {
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
