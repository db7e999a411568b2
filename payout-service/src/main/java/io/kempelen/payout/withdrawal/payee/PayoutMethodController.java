package io.kempelen.payout.withdrawal.payee;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.messaging.web.Role;
import io.kempelen.payout.ledger.Wallets;
import io.kempelen.payout.withdrawal.payee.domain.PayoutSchedule;
import io.kempelen.payout.withdrawal.rail.Destination;
import io.kempelen.payout.withdrawal.rail.PayoutRail;
import io.kempelen.payout.withdrawal.rail.Rails;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a worker says how to be paid. Bank details go in and never come out again but for their last digits. */
@RestController
class PayoutMethodController {

    private static final int MEMBERS = 20;
    private static final int LONGEST = 200;
    private static final int SHOWN = 4;

    private final Payees payees;
    private final Rails rails;
    private final Wallets wallets;

    PayoutMethodController(Payees payees, Rails rails, Wallets wallets) {
        this.payees = payees;
        this.rails = rails;
        this.wallets = wallets;
    }

    record MethodRequest(
            @Nullable String rail,
            @Nullable Map<String, @Nullable String> destination,
            @Nullable String minimum,
            @Nullable String schedule) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MethodView(
            String rail,
            Map<String, String> destination,
            String minimum,
            String currency,
            String schedule,
            List<String> rails) {}

    @GetMapping("/v1/worker/payout-method")
    MethodView show(Caller caller) {
        caller.require(Role.WORKER);
        return view(payees.of(caller.accountId()), currency(caller));
    }

    @PutMapping("/v1/worker/payout-method")
    MethodView choose(Caller caller, @RequestBody MethodRequest request) {
        caller.require(Role.WORKER);
        var currency = currency(caller);
        var rail = rails.get(request.rail() == null ? rails.defaultName() : request.rail());
        var destination = destination(request.destination());
        rail.check(destination, currency);
        var minimum = request.minimum() == null ? 0 : Amounts.parse("minimum", request.minimum(), currency);
        var payee = new Payee(caller.accountId(), rail.name(), destination, minimum, schedule(request.schedule()));
        payees.save(payee);
        return view(payee, currency);
    }

    private String currency(Caller caller) {
        return wallets.currency(caller.accountId())
                .orElseThrow(() ->
                        Problem.notFound("ledger account", caller.accountId()).exception());
    }

    private MethodView view(Payee payee, String currency) {
        return new MethodView(
                payee.rail(),
                hidden(payee.destination()),
                Amounts.format(payee.minimum(), currency),
                currency,
                payee.schedule().name(),
                rails.all().stream().map(PayoutRail::name).toList());
    }

    private static Map<String, String> hidden(Destination destination) {
        var hidden = new TreeMap<String, String>();
        destination.members().forEach((member, value) -> hidden.put(member, hidden(value)));
        return hidden;
    }

    private static String hidden(String value) {
        return value.length() <= 2 * SHOWN ? "…" : "…" + value.substring(value.length() - SHOWN);
    }

    private static Destination destination(@Nullable Map<String, @Nullable String> members) {
        if (members == null) return Destination.NONE;
        if (members.size() > MEMBERS)
            throw Problem.invalid("destination", "destination has at most " + MEMBERS + " members.")
                    .exception();
        var clean = new TreeMap<String, String>();
        members.forEach((member, value) -> {
            if (value == null) return;
            if (member.length() > LONGEST || value.length() > LONGEST)
                throw Problem.invalid("destination", "A member of destination has at most " + LONGEST + " characters.")
                        .exception();
            clean.put(member, value.strip());
        });
        return new Destination(clean);
    }

    private static PayoutSchedule schedule(@Nullable String text) {
        if (text == null) return PayoutSchedule.ON_REQUEST;
        return Arrays.stream(PayoutSchedule.values())
                .filter(schedule -> schedule.name().equals(text.strip().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                                "schedule",
                                "schedule is \"" + text + "\", but must be one of "
                                        + Arrays.stream(PayoutSchedule.values())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", "))
                                        + ".")
                        .exception());
    }
}
