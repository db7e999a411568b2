package io.kempelen.payout.withdrawal.rail;

import io.kempelen.messaging.web.Amounts;
import io.kempelen.messaging.web.Problem;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The rails of this installation. */
@Component
public class Rails {

    private final SortedMap<String, PayoutRail> rails;
    private final RailProperties properties;

    Rails(List<PayoutRail> single, List<RailSource> sources, RailGuards guards, RailProperties properties) {
        var all = Stream.concat(single.stream(), sources.stream().flatMap(source -> source.rails().stream()));
        this.rails = Collections.unmodifiableSortedMap(
                new TreeMap<>(all.map(guards::guard).collect(Collectors.toMap(PayoutRail::name, Function.identity()))));
        this.properties = properties;
        properties.minimum().forEach((currency, amount) -> Amounts.parse("kempelen.payouts.minimum", amount, currency));
        if (!properties.defaultRail().isEmpty()) known(properties.defaultRail());
    }

    public Collection<PayoutRail> all() {
        return rails.values();
    }

    /** The rail of workers who chose none: the configured one, or the only one. Empty if the operator has to choose first. */
    public String defaultName() {
        if (!properties.defaultRail().isEmpty()) return properties.defaultRail();
        return rails.size() == 1 ? rails.firstKey() : "";
    }

    /** @throws io.kempelen.messaging.web.ProblemException 422 that lists the rails there are */
    public PayoutRail get(String name) {
        if (rails.isEmpty())
            throw Problem.of(
                            HttpStatus.CONFLICT,
                            "no-rail",
                            "Nothing can be paid out: the operator has set up no payout rail.")
                    .exception();
        var rail = rails.get(name);
        if (rail == null)
            throw Problem.invalid(
                            "rail",
                            (name.isEmpty() ? "rail is missing" : "rail is \"" + name + "\"") + ", but must be one of "
                                    + String.join(", ", rails.keySet())
                                    + ". Choose one with PUT /v1/worker/payout-method.")
                    .exception();
        return rail;
    }

    /** The least that is paid out at a time, in minor units. */
    public long minimum(String currency) {
        var minimum = properties.minimum().get(currency);
        return minimum == null ? 1 : Amounts.parse("minimum", minimum, currency);
    }

    private void known(String name) {
        if (!rails.containsKey(name))
            throw new IllegalStateException(
                    "kempelen.payouts.default-rail is " + name + ", but the rails are " + rails.keySet());
    }
}
