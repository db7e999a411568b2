package io.kempelen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.acceptance.ledger.Difference.Kind;
import io.kempelen.acceptance.ledger.LedgerCommand;
import io.kempelen.acceptance.ledger.Progress;
import io.kempelen.acceptance.ledger.Report;
import io.kempelen.acceptance.ledger.Verification;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** `ledger verify` agrees with all that the tests before have done, at rest and at work, and finds each planted fault. */
@OnPlatform
@Order(9)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerIT {

    private static final int VERIFICATIONS_AT_WORK = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String A_WALLET =
            "(SELECT max(account_id) FROM balance WHERE account_id LIKE 'earnings:%' AND amount > 0)";

    private final World world;
    private final Copies copies;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    LedgerIT(World world) {
        this.world = world;
        copies = new Copies(world.kafka());
    }

    @BeforeAll
    void something() {
        work("Verified");
    }

    /** One task, an answer approved, another rejected, and a bonus; patient, because the platform may be busy with all this. */
    private void work(String name) {
        var requester = world.requester(name);
        var task = Projects.task(requester, 2, Map.of());
        var good = answer(world.worker(name + " good"), task);
        var bad = answer(world.worker(name + " bad"), task);
        post(requester, good, "approve", Map.of());
        post(requester, bad, "reject", Map.of("feedback", "No."));
        post(requester, good, "bonus", Map.of("amount", "0.50", "reason", "Thanks."));
    }

    private static Place answer(Person worker, String task) {
        var place = Eventually.until(PATIENCE, () -> worker.accept(task));
        place.submit(Map.of("answer", "something")).expect(200);
        return place;
    }

    private static void post(Person requester, Place place, String what, Map<String, String> body) {
        Eventually.within(
                PATIENCE,
                () -> requester
                        .client()
                        .post("/v1/assignments/" + place.assignmentId() + "/" + what, body)
                        .expect(200, 201, 204));
    }

    private int verify() {
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return LedgerCommand.run(
                stream, stream, "verify", "--home", world.home().toString());
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    @Test
    void agreesWithAllThatHappened() throws Exception {
        world.audit();

        assertThat(verify()).as(printed()).isZero();
        System.out.print(printed());
        assertThat(printed()).contains("Every balance is the sum of its transfers and of its events:");
    }

    @Test
    void agreesWhileThePlatformWorks() throws Exception {
        var working = new AtomicBoolean(true);
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 3; i++) {
                var name = "Busy " + i;
                workers.execute(() -> {
                    while (working.get()) work(name);
                });
            }
            try {
                for (int i = 0; i < VERIFICATIONS_AT_WORK; i++)
                    assertThat(new Verification(world.target(), Progress.silent())
                                    .run()
                                    .toString())
                            .contains("Every balance is the sum");
            } finally {
                working.set(false);
            }
        }
    }

    /** A cent that is really there, as a damaged database would have it, and taken away again. */
    @Test
    void exitsNonZeroOnTheFirstCent() throws Exception {
        world.audit();
        cent(1);
        try {
            assertThat(verify()).as(printed()).isEqualTo(1);
            assertThat(printed()).contains("DIFFERS balance earnings:").contains("DIFFERS sum USD");
        } finally {
            cent(-1);
        }
    }

    private void cent(int cents) throws SQLException {
        try (var connection = payouts()) {
            run(
                    connection,
                    "ALTER TABLE balance DISABLE TRIGGER balance_derived",
                    "UPDATE balance SET amount = amount + " + cents + " WHERE account_id = " + A_WALLET,
                    "ALTER TABLE balance ENABLE TRIGGER balance_derived");
            connection.commit();
        }
    }

    private Connection payouts() throws SQLException {
        var database = world.target().databases().get("payout");
        if (database == null) throw new AssertionError("There is no payout database");
        var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        connection.setAutoCommit(false);
        return connection;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (var running = connection.createStatement()) {
            for (var statement : statements) running.execute(statement);
        }
    }

    /** Statements run in the verifier's own snapshot and rolled back: nobody else ever sees them. */
    private Report planted(String... statements) throws Exception {
        world.audit();
        return new Verification(world.target(), snapshot -> run(snapshot, statements), Progress.silent()).run();
    }

    @Test
    void findsACentInATransfer() throws Exception {
        var report = planted(
                "ALTER TABLE transfer DISABLE TRIGGER transfer_immutable",
                "UPDATE transfer SET amount = amount + 1 WHERE id = (SELECT max(id) FROM transfer WHERE cause = 'REWARD')");

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.of(Kind.BALANCE)).hasSize(2);
        assertThat(report.of(Kind.HOLD)).hasSize(1);
        assertThat(report.of(Kind.TRANSFER)).hasSize(1);
    }

    @Test
    void findsACentInAHold() throws Exception {
        var report = planted(
                "ALTER TABLE hold DISABLE TRIGGER hold_derived",
                "UPDATE hold SET remaining = remaining + 1 WHERE funds_id = (SELECT max(funds_id) FROM hold)");

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.differences()).hasSize(1);
        assertThat(report.of(Kind.HOLD)).hasSize(1);
    }

    @Test
    void findsATransferThatIsLost() throws Exception {
        var report = planted(
                "ALTER TABLE transfer DISABLE TRIGGER transfer_immutable",
                "DELETE FROM transfer WHERE id = (SELECT max(id) FROM transfer WHERE cause = 'BONUS')");

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.of(Kind.TRANSFER)).hasSize(1);
        assertThat(report.of(Kind.BALANCE)).hasSize(2);
    }

    /** The same database held against topics that lack one event, repeat one, or differ by a cent. */
    private Report against(String prefix, Copies.Change change) throws Exception {
        world.audit();
        copies.copy("kempelen.", prefix, change);
        return new Verification(world.target().withPrefix(prefix), Progress.silent()).run();
    }

    @Test
    void agreesWithAFaithfulCopy() throws Exception {
        assertThat(against("ledger-copy.", Copies.faithful()).differences()).isEmpty();
    }

    @Test
    void findsAnEventThatIsLost() throws Exception {
        var report = against("ledger-lost.", Copies.without("RewardPaid"));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.of(Kind.REWARD)).hasSize(1);
        assertThat(report.of(Kind.BALANCE)).hasSize(3);
        assertThat(report.of(Kind.TRANSFER)).hasSize(1);
    }

    @Test
    void findsAnEventThatIsDoubled() throws Exception {
        var report = against("ledger-twice.", Copies.again("RewardPaid", true));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.of(Kind.REWARD)).hasSize(1);
        assertThat(report.of(Kind.BALANCE)).hasSize(3);
    }

    @Test
    void countsARepeatedPublicationOnce() throws Exception {
        var report = against("ledger-repeated.", Copies.again("RewardPaid", false));

        assertThat(report.differences()).isEmpty();
        assertThat(report.repeated()).isPositive();
    }

    @Test
    void findsACentInAnEvent() throws Exception {
        var report = against(
                "ledger-cent.", Copies.oneCentMore("RewardPaid", world.target().registry()));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.of(Kind.REWARD)).hasSize(1);
        assertThat(report.of(Kind.BALANCE)).hasSize(2);
    }

    @Test
    void findsPayThatNobodyApproved() throws Exception {
        var report = against("ledger-unasked.", Copies.without("AssignmentApproved"));

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.of(Kind.REWARD)).isNotEmpty();
        assertThat(report.of(Kind.BALANCE)).isEmpty();
    }

    /** The verifier's cut is exact only as long as this lock is the one under which the outbox is sent. */
    @Test
    void keepsTheOutboxStillByItsLock() throws Exception {
        var requester = world.requester("Still");
        world.audit();
        try (var keeper = payouts();
                var reader = payouts()) {
            run(keeper, "SELECT pg_advisory_xact_lock(" + Verification.OUTBOX_LOCK + ")");
            var deposit =
                    Map.of("accountId", requester.id(), "amount", "1.00", "reference", "still-" + UUID.randomUUID());
            world.operator().post("/v1/operator/deposits", deposit).expect(201);
            Eventually.pause(1000);
            assertThat(unsent(reader)).isPositive();
            keeper.rollback();
            Eventually.within(
                    Duration.ofSeconds(10), () -> assertThat(unsent(reader)).isZero());
        }
    }

    private static long unsent(Connection reader) throws SQLException {
        try (var statement = reader.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM outbox")) {
            rows.next();
            return rows.getLong(1);
        } finally {
            reader.rollback();
        }
    }
}
