package io.kempelen.payout.withdrawal.rail.iso20022;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.payout.withdrawal.rail.file.PaymentFormat;
import io.kempelen.payout.withdrawal.rail.file.ReportFormat;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class Iso20022PropertiesTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner().withUserConfiguration(Rail.class);

    @Test
    void hasNoRailWithoutAnAccount() {
        context.run(started -> assertThat(started)
                .hasNotFailed()
                .doesNotHaveBean(PaymentFormat.class)
                .doesNotHaveBean(ReportFormat.class)
                .doesNotHaveBean(Iso20022Properties.class));
    }

    @Test
    void hasARailWithAnAccount() {
        context.withPropertyValues(
                        "kempelen.payouts.iso20022.name=Kempelen GmbH",
                        "kempelen.payouts.iso20022.iban=DE89 3704 0044 0532 0130 00",
                        "kempelen.payouts.iso20022.bic=COBADEFF")
                .run(started -> {
                    assertThat(started).hasSingleBean(PaymentFormat.class);
                    assertThat(started.getBeansOfType(ReportFormat.class)).hasSize(2);
                });
    }

    @Test
    void doesNotStartWithAWrongAccount() {
        context.withPropertyValues(
                        "kempelen.payouts.iso20022.name=Kempelen GmbH",
                        "kempelen.payouts.iso20022.iban=DE88370400440532013000",
                        "kempelen.payouts.iso20022.bic=COBADEFF")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("kempelen.payouts.iso20022.iban is not an IBAN"));
    }

    @Test
    void doesNotStartWithHalfAnAccount() {
        context.withPropertyValues("kempelen.payouts.iso20022.iban=DE89370400440532013000")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("kempelen.payouts.iso20022.name is missing"));
    }

    @Configuration(proxyBeanMethods = false)
    @ConfigurationPropertiesScan
    @ComponentScan
    static class Rail {}
}
