package io.kempelen.gateway.front;

import java.util.Map;

/** What the platform's problem types mean, for people who follow their address. */
final class ProblemTypes {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("unauthenticated", "The request carries no access token, or one that is not to be trusted."),
            Map.entry("forbidden", "The account is known but may not do this."),
            Map.entry("account-suspended", "An operator has suspended the account."),
            Map.entry(
                    "not-found", "There is nothing at this address, or it is not yours: the answer never tells which."),
            Map.entry("invalid-value", "A value cannot be taken as it is."),
            Map.entry("insufficient-funds", "The account has not enough money for this. Nothing was done."),
            Map.entry("idempotency-key-reused", "The Idempotency-Key was used before for another request."),
            Map.entry("too-many-requests", "The account calls too often. Wait as long as Retry-After says."),
            Map.entry("service-unavailable", "The service behind this address does not answer at the moment."),
            Map.entry("service-timeout", "The service behind this address took too long. It may still act."),
            Map.entry("no-place-left", "All places of the task are taken."),
            Map.entry("already-yours", "The worker has, or had, an assignment of this task."),
            Map.entry(
                    "deadline-passed", "The assignment's time is over. The answer was kept as a draft for its worker."),
            Map.entry("already-submitted", "The assignment was submitted before."),
            Map.entry("wrong-state", "This is not possible in the present state."),
            Map.entry("changed-meanwhile", "Somebody changed the same thing at the same moment."),
            Map.entry("internal-error", "Something went wrong on the platform's side."));

    private ProblemTypes() {}

    static String meaning(String type) {
        return MEANINGS.getOrDefault(type, "A request could not be answered as asked.");
    }
}
