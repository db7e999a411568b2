package io.kempelen.payout.withdrawal.rail.nacha;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.payout.withdrawal.rail.file.PaymentFormat;
import io.kempelen.payout.withdrawal.rail.file.ReportFormat;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class NachaPropertiesTest {

    private static final String[] GOOD = {
        "kempelen.payouts.nacha.immediate-destination=091000019",
        "kempelen.payouts.nacha.destination-name=Federal Reserve Bank",
        "kempelen.payouts.nacha.immediate-origin=123456789",
        "kempelen.payouts.nacha.origin-name=Kempelen, Inc.",
        "kempelen.payouts.nacha.company-name=Kempelen",
        "kempelen.payouts.nacha.company-id=1987654321",
        "kempelen.payouts.nacha.odfi=021000021"
    };

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Rail.class);

    @Test
    void hasNoRailWithoutABank() {
        context.run(started -> assertThat(started)
                .hasNotFailed()
                .doesNotHaveBean(PaymentFormat.class)
                .doesNotHaveBean(ReportFormat.class)
                .doesNotHaveBean(NachaProperties.class));
    }

    @Test
    void hasARailWithABank() {
        context.withPropertyValues(GOOD)
                .run(started ->
                        assertThat(started).hasSingleBean(PaymentFormat.class).hasSingleBean(ReportFormat.class));
    }

    @Test
    void doesNotStartWithAWrongBank() {
        context.withPropertyValues(GOOD)
                .withPropertyValues("kempelen.payouts.nacha.odfi=021000022")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("kempelen.payouts.nacha.odfi is not a routing number"));
    }

    @Test
    void doesNotStartWithHalfABank() {
        context.withPropertyValues("kempelen.payouts.nacha.odfi=021000021")
                .run(failed -> assertThat(failed).getFailure().rootCause().hasMessageContaining("is missing"));
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan
    @ComponentScan
    static class Rail {}
}
