package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.acceptance.audit.Audit;
import io.kempelen.acceptance.audit.Stores;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The auditor finds nothing in all that the tests before have done, and finds each planted fault. */
@OnPlatform
@Order(9)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditorIT {

    private final World world;
    private Copies copies;

    AuditorIT(World world) {
        this.world = world;
        copies = new Copies(world.kafka());
    }

    @BeforeAll
    void something() {
        var requester = world.requester("Audited");
        var task = Projects.task(requester, 2, Map.of());
        for (int i = 0; i < 2; i++) {
            var place = world.worker("Audited " + i).accept(task);
            place.submit(Map.of("answer", "answer " + i)).expect(200);
            requester
                    .client()
                    .post("/v1/assignments/" + place.assignmentId() + "/approve", Map.of())
                    .expect(200, 201, 204);
        }
    }

    @Test
    void findsNothingInAllThatHappened() throws Exception {
        var report = world.audit();
        System.out.print(report);
        assertThat(report.findings().all()).isEmpty();
        assertThat(report.assignments()).isPositive();
    }

    /** A statement run on the auditor's own connection and rolled back: nobody else ever sees it. */
    private Audit.Report planted(String database, String... statements) throws Exception {
        world.audit();
        try (var stores = Stores.open(world.target())) {
            for (var statement : statements) run(stores, database, statement);
            return new Audit(world.target(), Duration.ZERO).judge(stores);
        }
    }

    private static void run(Stores stores, String database, String statement) throws SQLException {
        try (var running = stores.connection(database).createStatement()) {
            running.execute(statement);
        }
    }

    @Test
    void findsAnAnswerThatIsLost() throws Exception {
        var report =
                planted("review", "DELETE FROM answer WHERE assignment_id = (SELECT max(assignment_id) FROM answer)");
        assertThat(report.findings().of("answers")).hasSize(1);
    }

    @Test
    void findsAnAnswerThatWasChanged() throws Exception {
        var report = planted(
                "review",
                "UPDATE answer SET body = '{\"answer\":[\"other\"]}'"
                        + " WHERE assignment_id = (SELECT max(assignment_id) FROM answer)");
        assertThat(report.findings().of("answers")).hasSize(1);
    }

    @Test
    void findsACentInABalance() throws Exception {
        var report = planted(
                "payout",
                "ALTER TABLE balance DISABLE TRIGGER balance_derived",
                "UPDATE balance SET amount = amount + 1"
                        + " WHERE account_id = (SELECT max(account_id) FROM balance WHERE account_id LIKE 'earnings:%')");
        assertThat(report.findings().of("ledger")).hasSize(1);
    }

    @Test
    void findsATransferThatIsDoubled() throws Exception {
        var report = planted(
                "payout",
                "INSERT INTO transfer (id, cause, cause_id, debit_account, credit_account, amount, currency, funds_id,"
                        + " created_at) SELECT 'planted', cause, cause_id || '/again', debit_account, credit_account,"
                        + " amount, currency, NULL, created_at FROM transfer WHERE cause = 'DEPOSIT' LIMIT 1");
        assertThat(report.findings().of("ledger")).isNotEmpty();
    }

    @Test
    void findsACounterThatIsOff() throws Exception {
        var report = planted(
                "task", "UPDATE task SET approved = approved + 1 WHERE task_id = (SELECT max(task_id) FROM task)");
        assertThat(report.findings().of("counters")).isNotEmpty();
    }

    /** The same databases held against topics that lack one event, repeat one, or differ by a cent. */
    private Audit.Report against(String prefix, Copies.Change change) throws Exception {
        world.audit();
        copies.copy("kempelen.", prefix, change);
        return new Audit(world.target().withPrefix(prefix), Duration.ofSeconds(5)).judge(Stores.open(world.target()));
    }

    @Test
    void findsNothingInAFaithfulCopy() throws Exception {
        assertThat(against("copy.", Copies.faithful()).findings().all()).isEmpty();
    }

    @Test
    void findsAnEventThatIsLost() throws Exception {
        var report = against("lost.", Copies.without("RewardPaid"));
        assertThat(report.findings().of("rewards")).hasSize(1);
        assertThat(report.findings().of("ledger")).isNotEmpty();
    }

    @Test
    void findsASubmissionThatIsLost() throws Exception {
        assertThat(against("lost2.", Copies.without("AssignmentSubmitted"))
                        .findings()
                        .of("answers"))
                .isNotEmpty();
    }

    @Test
    void findsAnEventThatIsDoubled() throws Exception {
        var report = against("twice.", Copies.again("RewardPaid", true));
        assertThat(report.findings().of("rewards")).hasSize(1);
        assertThat(report.findings().of("ledger")).isNotEmpty();
    }

    @Test
    void forgivesARepeatedPublication() throws Exception {
        assertThat(against("repeated.", Copies.again("RewardPaid", false))
                        .findings()
                        .all())
                .isEmpty();
    }

    @Test
    void findsACentInAnEvent() throws Exception {
        var report =
                against("cent.", Copies.oneCentMore("RewardPaid", world.target().registry()));
        assertThat(report.findings().of("prices")).hasSize(1);
        assertThat(report.findings().of("ledger")).isNotEmpty();
    }
}
