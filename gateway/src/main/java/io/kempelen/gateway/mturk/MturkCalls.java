package io.kempelen.gateway.mturk;

import io.kempelen.gateway.account.Standing;
import io.kempelen.gateway.account.Standings;
import io.kempelen.gateway.account.domain.Kind;
import io.kempelen.gateway.entry.RateLimits;
import io.kempelen.gateway.mturk.Operations.Operation;
import io.kempelen.gateway.route.Fences;
import io.kempelen.gateway.route.Group;
import io.kempelen.gateway.route.Guards;
import io.kempelen.gateway.route.Propagation;
import io.kempelen.gateway.route.Unavailable;
import io.kempelen.gateway.token.InternalTokens;
import io.kempelen.messaging.outbox.Fence;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Arrays;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** One call of the MTurk API: whose it is, whether they may, and what the owning service says. */
@Component
class MturkCalls {

    private final Signatures signatures;
    private final RateLimits limits;
    private final InternalTokens tokens;
    private final Guards guards;
    private final Fences fences;
    private final Propagation propagation;
    private final ServiceAnswers answers;

    MturkCalls(
            Standings standings,
            RateLimits limits,
            InternalTokens tokens,
            Guards guards,
            Fences fences,
            Propagation propagation,
            InstantSource clock,
            JsonMapper json) {
        this.signatures = new Signatures(standings, clock);
        this.limits = limits;
        this.tokens = tokens;
        this.guards = guards;
        this.fences = fences;
        this.propagation = propagation;
        this.answers = new ServiceAnswers(json);
    }

    /** @throws Fault when the header names no key that exists; whether the key's owner calls is seen by {@link #answer} */
    void requireKnownKey(@Nullable String authorization) {
        signatures.requireKnownKey(authorization);
    }

    /** @throws Fault when the call is refused here */
    MturkAnswer answer(SignedRequest request) {
        var owner = signatures.check(request);
        var operation = operation(request.header("x-amz-target"));
        admit(owner);
        return call(owner.account().id(), operation, request.body());
    }

    private void admit(Standing owner) {
        if (owner.suspended()) throw Fault.of("AccessDeniedException", "This account is suspended.");
        if (owner.account().kind() != Kind.REQUESTER) {
            throw Fault.of(
                    "AccessDeniedException",
                    "Only requesters may use this API; this access key is a "
                            + owner.account().kind().role() + "'s.");
        }
        if (!limits.admits(owner.account().id())) throw Fault.of("ThrottlingException", "Rate exceeded");
    }

    private MturkAnswer call(String requesterId, Operation operation, byte[] body) {
        try (var answer = guards.call(Group.of(operation.service()), request(requesterId, operation, body))) {
            var content = answer.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(answer.getEntity());
            var read = answers.read(operation, answer.getCode(), content);
            fences.await(Arrays.stream(answer.getHeaders(Fence.HEADER)).map(Header::getValue), operation.seenBy());
            return read;
        } catch (IOException | Unavailable failure) {
            throw Fault.service("The service is not available at the moment. Repeat the call.");
        }
    }

    private ClassicHttpRequest request(String requesterId, Operation operation, byte[] body) {
        var request = new BasicClassicHttpRequest("POST", "/internal/mturk/" + operation.name());
        request.setHeader(
                HttpHeaders.AUTHORIZATION,
                "Bearer "
                        + tokens.of(
                                requesterId, Kind.REQUESTER, operation.service().id()));
        request.setHeader(HttpHeaders.ACCEPT, ContentType.APPLICATION_JSON.getMimeType());
        propagation.inject(request);
        request.setEntity(
                new ByteArrayEntity(body.length == 0 ? new byte[] {'{', '}'} : body, ContentType.APPLICATION_JSON));
        return request;
    }

    private static Operation operation(@Nullable String target) {
        return Operations.find(target == null ? "" : target)
                .orElseThrow(() -> Fault.of("UnknownOperationException", "There is no operation " + target + "."));
    }
}
