package io.kempelen.payout.fees;

import io.kempelen.payout.fees.domain.FeeSchedule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which schedule the operator chose. The rates are read for {@code custom} only, {@code flatRate} for {@code flat} only; all are
 * basis points.
 *
 * @param surchargeFrom from how many assignments per task the surcharge is taken
 * @param minimum the least fee of an assignment or bonus, in minor units
 */
@ConfigurationProperties("kempelen.fees")
record FeeProperties(
        @DefaultValue("mturk") Preset preset,
        @DefaultValue("2000") int flatRate,
        @DefaultValue("2000") int rewardRate,
        @DefaultValue("2000") int bonusRate,
        @DefaultValue("0") int surchargeRate,
        @DefaultValue("10") int surchargeFrom,
        @DefaultValue("0") long minimum) {

    enum Preset {
        MTURK,
        FLAT,
        CUSTOM
    }

    FeeSchedule schedule() {
        return switch (preset) {
            case MTURK -> FeeSchedule.mturk();
            case FLAT -> FeeSchedule.flat(flatRate);
            case CUSTOM -> new FeeSchedule("custom", rewardRate, bonusRate, surchargeRate, surchargeFrom, minimum);
        };
    }
}
