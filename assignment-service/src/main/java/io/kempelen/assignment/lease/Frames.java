package io.kempelen.assignment.lease;

import io.kempelen.assignment.lease.domain.Lease;
import io.kempelen.messaging.frame.Capability;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where a worker finds the frame of an assignment; its address carries the right to submit, for an id alone is no secret. */
@Component
class Frames {

    /** A late form still gets a clear answer, and is kept as a draft. */
    private static final Duration LATENESS = Duration.ofHours(1);

    private final String origin;
    private final String key;

    Frames(@Value("${kempelen.frame.origin}") String origin, @Value("${kempelen.frame.key}") String key) {
        this.origin = origin;
        this.key = key;
    }

    String url(Lease lease) {
        return url(new Capability(
                lease.assignmentId(),
                lease.workerId(),
                lease.taskId(),
                lease.deadline().plus(LATENESS)));
    }

    private String url(Capability capability) {
        var base = origin + "/s/" + capability.mint(key);
        return base + "/frame?assignmentId=" + encode(capability.assignmentId())
                + "&hitId=" + encode(capability.taskId())
                + "&workerId=" + encode(capability.workerId())
                + "&turkSubmitTo=" + encode(base);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
