package io.kempelen.gateway.route;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands the trace of a request on to the service, so that one id is in every log. */
@Component
public class Propagation {

    private final ObjectProvider<Tracer> tracer;
    private final ObjectProvider<Propagator> propagator;

    Propagation(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    public void inject(ClassicHttpRequest request) {
        var span = tracer.stream()
                .map(Tracer::currentSpan)
                .filter(java.util.Objects::nonNull)
                .findFirst();
        span.ifPresent(current -> propagator.ifAvailable(carrier -> carrier.inject(
                current.context(),
                request,
                (to, name, value) -> java.util.Objects.requireNonNull(to).setHeader(name, value))));
    }
}
