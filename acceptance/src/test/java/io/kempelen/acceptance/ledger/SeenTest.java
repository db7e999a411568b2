package io.kempelen.acceptance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.acceptance.ledger.Seen.Sight;
import org.junit.jupiter.api.Test;

class SeenTest {

    private final Seen seen = new Seen(new Salt());

    @Test
    void remembersEveryIdHoweverManyThereAre() {
        for (int i = 0; i < 50_000; i++) assertThat(seen.see("id" + i, i)).isEqualTo(Sight.NEW);
        for (int i = 0; i < 50_000; i++) assertThat(seen.see("id" + i, i)).isEqualTo(Sight.REPEATED);
    }

    @Test
    void noticesThatAnIdStandsForSomethingElse() {
        seen.see("id", 1);

        assertThat(seen.see("id", 2)).isEqualTo(Sight.CONTRADICTED);
        assertThat(seen.knows("id", 1)).isTrue();
        assertThat(seen.knows("id", 2)).isFalse();
        assertThat(seen.knows("other", 1)).isFalse();
    }
}
