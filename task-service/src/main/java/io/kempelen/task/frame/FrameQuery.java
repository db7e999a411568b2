package io.kempelen.task.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a frame is told, by MTurk's names; a preview knows of no assignment and no worker. */
record FrameQuery(
        String assignmentId, String hitId, @Nullable String workerId, String turkSubmitTo) {

    static final String PREVIEW = "ASSIGNMENT_ID_NOT_AVAILABLE";

    String action() {
        return turkSubmitTo + "/mturk/externalSubmit";
    }

    /** An external page's address with the parameters appended; what its own query says is kept. */
    String appendedTo(String url) {
        int hash = url.indexOf('#');
        var base = hash < 0 ? url : url.substring(0, hash);
        var fragment = hash < 0 ? "" : url.substring(hash);
        var separator = base.indexOf('?') < 0 ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
        return base + separator + query() + fragment;
    }

    private String query() {
        var query = "assignmentId=" + encoded(assignmentId) + "&hitId=" + encoded(hitId);
        if (workerId != null) query += "&workerId=" + encoded(workerId);
        return query + "&turkSubmitTo=" + encoded(turkSubmitTo);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
