package io.kempelen.payout.withdrawal.rail;

import io.kempelen.messaging.web.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a worker wants the money, in the members that the rail defines: {@code name}, {@code iban}, {@code routingNumber}, ... */
public record Destination(Map<String, String> members) {

    public static final Destination NONE = new Destination(Map.of());

    public Destination {
        members = Map.copyOf(members);
    }

    public @Nullable String find(String member) {
        return members.get(member);
    }

    /** @throws io.kempelen.messaging.web.ProblemException 422 that names the member if it is missing or blank */
    public String need(String member) {
        var value = members.get(member);
        if (value == null || value.isBlank())
            throw Problem.invalid("destination." + member, "destination." + member + " is missing.")
                    .exception();
        return value.strip();
    }

    /** Never shows what it holds: bank details belong in no log. */
    @Override
    public String toString() {
        return "Destination" + members.keySet();
    }
}
