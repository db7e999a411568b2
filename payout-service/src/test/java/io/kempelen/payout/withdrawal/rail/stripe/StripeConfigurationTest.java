package io.kempelen.payout.withdrawal.rail.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class StripeConfigurationTest {

    @EnableConfigurationProperties(StripeProperties.class)
    static class Settings {}

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Settings.class, StripeConfiguration.class)
            .withBean(InstantSource.class, InstantSource::system);

    @Test
    void hasNoRailWithoutAKey() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StripeRail.class));
        runner.withPropertyValues("kempelen.payouts.stripe.api-key=")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(StripeRail.class));
    }

    @Test
    void hasARailWithAKey() {
        runner.withPropertyValues("kempelen.payouts.stripe.api-key=sk_test_1", "kempelen.payouts.stripe.run-size=3")
                .run(context ->
                        assertThat(context.getBean(StripeRail.class).runSize()).isEqualTo(3));
    }

    @Test
    void neverShowsTheKey() {
        assertThat(settings("https://api.stripe.com").toString()).doesNotContain("sk_live_1");
    }

    @Test
    void sendsTheKeyNowhereInTheClear() {
        assertThatThrownBy(() -> settings("http://api.stripe.com")).hasMessageContaining("https");
        assertThat(settings("http://127.0.0.1:8080").apiBase().getPort()).isEqualTo(8080);
    }

    private static StripeProperties settings(String base) {
        var second = Duration.ofSeconds(1);
        return new StripeProperties("sk_live_1", URI.create(base), second, second, second, 1);
    }
}
