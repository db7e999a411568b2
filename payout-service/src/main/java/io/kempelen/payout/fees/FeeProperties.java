package io.kempelen.payout.fees;

import io.kempelen.payout.fees.domain.FeeSchedule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Which schedule the operator chose: {@code mturk}, or {@code flat} with a rate in basis points. */
@ConfigurationProperties("kempelen.fees")
record FeeProperties(
        @DefaultValue("mturk") Preset preset,
        @DefaultValue("2000") int flatRate) {

    enum Preset {
        MTURK,
        FLAT
    }

    FeeSchedule schedule() {
        return switch (preset) {
            case MTURK -> FeeSchedule.mturk();
            case FLAT -> FeeSchedule.flat(flatRate);
        };
    }
}
