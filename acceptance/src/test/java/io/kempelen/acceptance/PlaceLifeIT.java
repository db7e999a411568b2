package io.kempelen.acceptance;

import static io.kempelen.acceptance.Eventually.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What becomes of a place: answered, given back, run out, never taken. */
@OnPlatform
@Order(1)
class PlaceLifeIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final World world;

    PlaceLifeIT(World world) {
        this.world = world;
    }

    @Test
    void approvesByItselfWhenTheDelayRunsOut() {
        var requester = world.requester("Auto approval");
        var task = Projects.task(requester, 1, Map.of("autoApprovalDelaySeconds", 1));
        var worker = world.worker("Patient");
        worker.accept(task).submit(Map.of("answer", "x")).expect(200);

        within(SOON, () -> assertThat(worker.rewards()).isEqualTo("0.05"));
        within(SOON, () -> assertThat(status(requester, task)).isEqualTo("REVIEWABLE"));
    }

    @Test
    void aReturnedPlaceIsOpenAgain() {
        var requester = world.requester("Return");
        var task = Projects.task(requester, 1, Map.of());
        var first = world.worker("First");
        var second = world.worker("Second");
        var place = first.accept(task);
        assertThat(second.tryToAccept(task).expect(409).problem()).isEqualTo("no-place-left");

        place.giveBack().expect(204);
        second.accept(task).submit(Map.of("answer", "mine")).expect(200);
        within(SOON, () -> assertThat(status(requester, task)).isEqualTo("REVIEWABLE"));
    }

    @Test
    void expiryFreesTheMoneyOfPlacesNeverTaken() {
        var requester = world.requester("Expiry");
        var task = Projects.task(requester, 5, Map.of());
        assertThat(held(requester)).isEqualTo("0.30");
        world.worker("One").accept(task).submit(Map.of("answer", "x")).expect(200);

        requester
                .client()
                .put("/v1/tasks/" + task + "/expiration", Map.of("expiresAt", "2020-01-01T00:00:00Z"))
                .expect(200);
        within(SOON, () -> assertThat(held(requester)).isEqualTo("0.06"));
        assertThat(world.worker("Late").tryToAccept(task).expect(409).problem()).isEqualTo("task-closed");
    }

    private static String held(Person requester) {
        return requester
                .client()
                .get("/v1/account/balance")
                .expect(200)
                .json()
                .path("onHold")
                .asString();
    }

    private static String status(Person requester, String task) {
        return requester
                .client()
                .get("/v1/tasks/" + task)
                .expect(200)
                .json()
                .path("status")
                .asString();
    }
}
