package io.kempelen.messaging.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PublicIdTest {

    @Test
    void spellsReversibly() {
        for (int i = 0; i < 1000; i++) {
            var id = UUID.randomUUID();
            assertThat(PublicId.spell(id)).matches("3[A-Z0-9]{29}");
            assertThat(PublicId.parse(PublicId.spell(id))).isEqualTo(id);
        }
    }

    @Test
    void spellsTheLargestAndTheSmallest() {
        assertThat(PublicId.parse(PublicId.spell(new UUID(-1, -1)))).isEqualTo(new UUID(-1, -1));
        assertThat(PublicId.parse(PublicId.spell(new UUID(0, 0)))).isEqualTo(new UUID(0, 0));
    }

    @Test
    void keepsTheOrderOfTime() throws InterruptedException {
        var earlier = new Ids().next();
        Thread.sleep(2);
        assertThat(new Ids().next()).isGreaterThan(earlier);
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatThrownBy(() -> PublicId.parse("3" + "Z".repeat(29))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PublicId.parse("abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
