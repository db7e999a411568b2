package io.kempelen.review.docket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Docket nine = Docket.open("TASK", "AREQUESTER", null).extend(9);

    @Test
    void whatReplacesARejectedAnswerIsNotBought() {
        var replaced = nine.want().replace(10, 1).want().replace(11, 1);

        assertThat(replaced.places().all()).isEqualTo(11);
        assertThat(replaced.places().bought()).isEqualTo(9);
        assertThat(replaced.places().wanted()).isZero();
        assertThat(replaced.extend(12).places().bought()).isEqualTo(10);
    }

    @Test
    void closingChangesNothingOfWhatWasBought() {
        assertThat(nine.want().replace(10, 1).close(3).places()).isEqualTo(new Places(10, 3, 0, 1));
    }
}
