package io.kempelen.payout.fees;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.payout.fees.domain.FeeSchedule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class FeePropertiesTest {

    @Test
    void isMturksScheduleUnlessTheOperatorChoseAnother() {
        assertThat(schedule(Map.of())).isEqualTo(FeeSchedule.mturk());
        assertThat(schedule(Map.of("preset", "flat", "flat-rate", "500"))).isEqualTo(FeeSchedule.flat(500));
    }

    @Test
    void takesEveryNumberOfACustomSchedule() {
        var custom = schedule(Map.of(
                "preset",
                "custom",
                "reward-rate",
                "1000",
                "bonus-rate",
                "0",
                "surcharge-rate",
                "500",
                "surcharge-from",
                "5",
                "minimum",
                "2"));

        assertThat(custom.perAssignment(100, 4)).isEqualTo(10);
        assertThat(custom.perAssignment(100, 5)).isEqualTo(15);
        assertThat(custom.perAssignment(1, 1)).isEqualTo(2);
        assertThat(custom.perBonus(100)).isEqualTo(2);
    }

    private static FeeSchedule schedule(Map<String, String> settings) {
        var source = new MapConfigurationPropertySource();
        settings.forEach((key, value) -> source.put("kempelen.fees." + key, value));
        return new Binder(source)
                .bindOrCreate("kempelen.fees", FeeProperties.class)
                .schedule();
    }
}
