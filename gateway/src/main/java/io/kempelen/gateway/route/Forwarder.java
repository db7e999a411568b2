package io.kempelen.gateway.route;

import io.kempelen.messaging.outbox.Fence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.springframework.stereotype.Component;

/** Carries a request to a service and its answer back, both as streams: a body may be hundreds of megabytes. */
@Component
public class Forwarder {

    /** Set on the request when an answer broke off half-way, so that the connection is cut and nobody takes it for whole. */
    public static final String BROKEN_OFF = Forwarder.class.getName() + ".brokenOff";

    private static final int BUFFER = 16 * 1024;

    private final Guards guards;
    private final Fences fences;
    private final Propagation propagation;

    Forwarder(Guards guards, Fences fences, Propagation propagation) {
        this.guards = guards;
        this.fences = fences;
        this.propagation = propagation;
    }

    /** @throws Unavailable when the service gives no answer; nothing has been written then */
    public void forward(HttpServletRequest from, HttpServletResponse to, Call call) throws IOException {
        try (var answer = guards.call(call.group(), request(from, call))) {
            fences.await(Headers.valuesOf(answer, Fence.HEADER), call.seenBy());
            answer(from, to, answer);
        } catch (CallerGone gone) {
            from.setAttribute(BROKEN_OFF, gone);
        }
    }

    private ClassicHttpRequest request(HttpServletRequest from, Call call) throws IOException {
        var request = new BasicClassicHttpRequest(from.getMethod(), call.target());
        Headers.sendOn(from, request);
        request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + call.token());
        propagation.inject(request);
        var length = from.getContentLengthLong();
        if (length > 0 || from.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            request.setEntity(new Upload(from.getInputStream(), length));
        }
        return request;
    }

    private static void answer(HttpServletRequest from, HttpServletResponse to, ClassicHttpResponse answer) {
        to.setStatus(answer.getCode());
        Headers.sendBack(answer, to);
        var entity = answer.getEntity();
        if (entity == null) return;
        if (entity.getContentLength() >= 0) to.setContentLengthLong(entity.getContentLength());
        try (var body = entity.getContent()) {
            var out = to.getOutputStream();
            var buffer = new byte[BUFFER];
            for (int read; (read = body.read(buffer)) >= 0; ) out.write(buffer, 0, read);
        } catch (IOException brokenOff) {
            from.setAttribute(BROKEN_OFF, brokenOff);
        }
    }
}
