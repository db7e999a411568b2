package io.kempelen.gateway.route;

import static io.kempelen.gateway.route.Group.MONEY;
import static io.kempelen.gateway.route.Group.NOTICES;
import static io.kempelen.gateway.route.Group.RESULTS;
import static io.kempelen.gateway.route.Group.REVIEWS;
import static io.kempelen.gateway.route.Group.TASKS;
import static io.kempelen.gateway.route.Group.UPLOADS;
import static io.kempelen.gateway.route.Group.WORK;
import static io.kempelen.gateway.route.Route.to;
import static io.kempelen.gateway.route.Service.ASSIGNMENT;
import static io.kempelen.gateway.route.Service.REVIEW;
import static io.kempelen.gateway.route.Service.TASK;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which service owns which path below {@code /v1}, and who must have seen a write: the whole map on one page, most specific first. */
public final class RouteTable {

    private static final List<Route> ROUTES = List.of(
            to(MONEY, "*", "/v1/account/balance"),
            to(NOTICES, "*", "/v1/account/contact"),
            to(UPLOADS, "POST", "/v1/projects/*/batches", ASSIGNMENT, REVIEW),
            to(TASKS, "*", "/v1/projects/**"),
            to(MONEY, "GET", "/v1/batches/*/invoice"),
            to(MONEY, "GET", "/v1/tasks/*/invoice"),
            to(RESULTS, "GET", "/v1/batches/*/results.csv"),
            to(RESULTS, "GET", "/v1/batches/*/results.jsonl"),
            to(TASKS, "*", "/v1/batches/**"),
            to(REVIEWS, "*", "/v1/tasks/*/assignments"),
            to(REVIEWS, "*", "/v1/tasks/*/result"),
            to(TASKS, "POST", "/v1/tasks", ASSIGNMENT, REVIEW),
            to(TASKS, "POST", "/v1/tasks/*/extend", ASSIGNMENT, REVIEW),
            to(TASKS, "PUT", "/v1/tasks/*/expiration", ASSIGNMENT),
            to(TASKS, "DELETE", "/v1/tasks/*", ASSIGNMENT),
            to(TASKS, "*", "/v1/tasks/**"),
            to(MONEY, "*", "/v1/assignments/*/bonus"),
            to(REVIEWS, "POST", "/v1/assignments/approve", TASK),
            to(REVIEWS, "POST", "/v1/assignments/*/approve", TASK),
            to(REVIEWS, "POST", "/v1/assignments/*/reject", TASK),
            to(REVIEWS, "*", "/v1/assignments/**"),
            to(WORK, "*", "/v1/worker/tasks/**"),
            to(REVIEWS, "*", "/v1/worker/assignments/*/explanation"),
            to(REVIEWS, "*", "/v1/worker/assignments/*/verdict"),
            to(WORK, "PUT", "/v1/worker/assignments/*/submission", REVIEW),
            to(WORK, "*", "/v1/worker/assignments/**"),
            to(WORK, "*", "/v1/worker/profile"),
            to(WORK, "*", "/v1/worker/qualification-types/**"),
            to(WORK, "GET", "/v1/worker/qualifications"),
            to(MONEY, "*", "/v1/worker/earnings/**"),
            to(MONEY, "*", "/v1/worker/payout-method"),
            to(MONEY, "*", "/v1/worker/payouts/**"),
            to(WORK, "*", "/v1/qualification-types/**"),
            to(WORK, "*", "/v1/qualification-requests/**"),
            to(WORK, "*", "/v1/blocks/**"),
            to(MONEY, "*", "/v1/bonuses/**"),
            to(MONEY, "*", "/v1/fee-schedule"),
            to(MONEY, "*", "/v1/operator/deposits/**"),
            to(MONEY, "*", "/v1/operator/ledger/**"),
            to(MONEY, "*", "/v1/operator/payees/**"),
            to(MONEY, "*", "/v1/operator/payouts/**"),
            to(MONEY, "*", "/v1/operator/payout-files/**"),
            to(MONEY, "*", "/v1/operator/payout-reports"),
            to(MONEY, "*", "/v1/operator/reports/**"),
            to(NOTICES, "*", "/v1/inbox/**"));

    /** Paths with two words of their own are looked up by the second, all others by the first: a request is compared with a few routes only. */
    private static final Map<String, List<Route>> BY_WORD =
            ROUTES.stream().collect(Collectors.groupingBy(route -> word(route.template())));

    private RouteTable() {}

    /** The route of a path like {@code /v1/tasks/3ABC}, or nothing when no service owns it. */
    public static Optional<Route> find(String method, String path) {
        var segments = List.of(path.substring(1).split("/", -1));
        if (segments.size() < 2) return Optional.empty();
        var asked = method.equals("HEAD") ? "GET" : method;
        for (var route : BY_WORD.getOrDefault(word(segments), List.of())) {
            if (route.matches(asked, segments)) return Optional.of(route);
        }
        return Optional.empty();
    }

    private static String word(List<String> segments) {
        var first = segments.get(1);
        var two =
                segments.size() > 2 && (first.equals("worker") || first.equals("operator") || first.equals("account"));
        return two ? first + "/" + segments.get(2) : first;
    }
}
