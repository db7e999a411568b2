package io.kempelen.gateway.route;

import static io.kempelen.gateway.route.Service.ASSIGNMENT;
import static io.kempelen.gateway.route.Service.NOTIFICATION;
import static io.kempelen.gateway.route.Service.PAYOUT;
import static io.kempelen.gateway.route.Service.REVIEW;
import static io.kempelen.gateway.route.Service.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    @Test
    void findsTheOwnerOfEveryPath() {
        assertOwner(
                TASK,
                "GET /v1/projects",
                "POST /v1/projects",
                "GET /v1/projects/3P",
                "POST /v1/projects/3P/batches",
                "GET /v1/batches/3B",
                "GET /v1/batches/3B/results.csv",
                "GET /v1/batches/3B/results.jsonl",
                "GET /v1/tasks",
                "POST /v1/tasks",
                "GET /v1/tasks/3T",
                "POST /v1/tasks/3T/extend",
                "PUT /v1/tasks/3T/expiration",
                "DELETE /v1/tasks/3T",
                "GET /v1/tasks/3T/preview");
        assertOwner(
                ASSIGNMENT,
                "GET /v1/worker/tasks",
                "POST /v1/worker/tasks/3T/assignments",
                "POST /v1/worker/assignments/3A/return",
                "PUT /v1/worker/assignments/3A/submission",
                "GET /v1/worker/assignments",
                "GET /v1/worker/assignments/3A",
                "GET /v1/qualification-types",
                "PUT /v1/qualification-types/3Q/workers/A1",
                "POST /v1/worker/qualification-types/3Q/requests",
                "GET /v1/worker/qualifications",
                "GET /v1/qualification-requests",
                "POST /v1/qualification-requests/3R/grant",
                "GET /v1/blocks/A1",
                "PUT /v1/worker/profile");
        assertOwner(
                REVIEW,
                "GET /v1/tasks/3T/assignments",
                "GET /v1/assignments/3A",
                "POST /v1/assignments/3A/approve",
                "POST /v1/assignments/3A/reject",
                "GET /v1/tasks/3T/result",
                "GET /v1/worker/assignments/3A/explanation",
                "GET /v1/worker/assignments/3A/verdict");
        assertOwner(
                PAYOUT,
                "GET /v1/account/balance",
                "GET /v1/worker/earnings",
                "POST /v1/assignments/3A/bonus",
                "GET /v1/bonuses",
                "POST /v1/operator/deposits",
                "GET /v1/operator/ledger",
                "GET /v1/fee-schedule",
                "POST /v1/worker/payouts");
        assertOwner(NOTIFICATION, "GET /v1/inbox", "POST /v1/inbox/3N/read", "PUT /v1/account/contact");
    }

    @Test
    void leavesTheRestToNobody() {
        for (var path : List.of(
                "/v1",
                "/v1/",
                "/v1/account",
                "/v1/operator/accounts",
                "/v1/worker",
                "/v1/nothing",
                "/internal/applied")) {
            assertThat(RouteTable.find("GET", path)).as(path).isEmpty();
        }
    }

    @Test
    void knowsWhoMustHaveSeenAWrite() {
        assertSeenBy("PUT /v1/worker/assignments/3A/submission", REVIEW);
        assertSeenBy("POST /v1/assignments/3A/approve", TASK);
        assertSeenBy("POST /v1/tasks", ASSIGNMENT, REVIEW);
        assertSeenBy("POST /v1/projects/3P/batches", ASSIGNMENT, REVIEW);
        assertSeenBy("DELETE /v1/tasks/3T", ASSIGNMENT);
        assertSeenBy("PUT /v1/tasks/3T/expiration", ASSIGNMENT);
        assertSeenBy("GET /v1/tasks/3T");
        assertSeenBy("PUT /v1/qualification-types/3Q/workers/A1");
    }

    @Test
    void givesUploadsACircuitOfTheirOwn() {
        assertThat(route("POST /v1/projects/3P/batches").group()).isEqualTo(Group.UPLOADS);
        assertThat(route("GET /v1/batches/3B/results.csv").group()).isEqualTo(Group.RESULTS);
        assertThat(route("HEAD /v1/batches/3B/results.csv").group()).isEqualTo(Group.RESULTS);
    }

    private static void assertOwner(Service owner, String... requests) {
        for (var request : requests)
            assertThat(route(request).group().service()).as(request).isEqualTo(owner);
    }

    private static void assertSeenBy(String request, Service... services) {
        assertThat(route(request).seenBy()).as(request).containsExactly(services);
    }

    private static Route route(String request) {
        var parts = request.split(" ", 2);
        return RouteTable.find(parts[0], parts[1]).orElseThrow(() -> new AssertionError("No route for " + request));
    }
}
