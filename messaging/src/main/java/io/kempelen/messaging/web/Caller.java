package io.kempelen.messaging.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Who calls, as the gateway found out. Take it as a controller's parameter; without a valid token the request never gets there.
 *
 * @param assignmentId where a task frame acts for its worker: the one assignment it may touch
 */
public record Caller(
        String accountId, Set<Role> roles, @Nullable String assignmentId) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** @throws ProblemException 403 where the caller's account is of another kind, or acts through a frame */
    public void require(Role role) {
        if (is(role) && assignmentId == null) return;
        throw Problem.of(HttpStatus.FORBIDDEN, "wrong-role", "This needs an account of kind " + role.spelled() + ".")
                .with("required", role.spelled())
                .exception();
    }

    /** Like {@link #require}, but a frame may act for its worker, on its own assignment only. */
    public void requireWorkerOn(String assignment) {
        if (is(Role.WORKER) && (assignmentId == null || assignmentId.equals(assignment))) return;
        throw Problem.of(HttpStatus.FORBIDDEN, "wrong-role", "This needs the worker whose assignment it is.")
                .with("required", Role.WORKER.spelled())
                .exception();
    }
}
