package io.kempelen.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class UrgentTest {

    /** A request waits on one replica while another one reads the answer, and knows of no hurry. */
    @Test
    void letsNoAnswerAboutMoneyGatherForLong() throws IOException {
        var settings = new YamlPropertySourceLoader().load("service", new ClassPathResource("application.yaml"));

        assertThat(settings.getFirst().getProperty("kempelen.urgent")).isEqualTo("assignments, payouts");
    }
}
