package io.kempelen.messaging.planted.domain;

import io.kempelen.events.Money;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Breaks the rules on purpose, to prove that they bite: knows a framework, an event class and the clock. */
@Component
public class PlantedDecision {

    private final Money money = new Money(1L, "USD");

    public Instant decide() {
        return Instant.now().plusSeconds(money.getMinorUnits());
    }
}
