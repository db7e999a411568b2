package io.kempelen.acceptance.ledger;

import static io.kempelen.acceptance.ledger.Told.payout;
import static io.kempelen.acceptance.ledger.Told.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.acceptance.ledger.Difference.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerificationTest {

    private final Scene scene = Scene.asItShouldBe();

    /** How much is found of each kind, without the zeros. */
    private static Map<Kind, Long> found(Report report) {
        return report.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void everyBalanceIsTheSumOfItsTransfersAndOfItsEvents() throws Exception {
        var report = scene.verify();

        assertThat(report.differences()).isEmpty();
        assertThat(report.exitCode()).isZero();
        assertThat(report.toString())
                .contains(
                        "Every balance is the sum of its transfers and of its events: 7 accounts, 10 transfers, 10 events,"
                                + " sum zero in each currency.");
    }

    @Test
    void aCentInABalanceIsFound() throws Exception {
        scene.balances.merge("earnings:ada", 1L, Long::sum);
        var report = scene.verify();

        assertThat(found(report)).isEqualTo(Map.of(Kind.BALANCE, 1L, Kind.SUM, 1L));
        assertThat(report.of(Kind.BALANCE).getFirst())
                .hasToString("balance earnings:ada: 1.05 USD by its transfers, 1.05 by the topics, 1.06 stored");
        assertThat(report.exitCode()).isEqualTo(1);
    }

    @Test
    void aBalanceThatIsNotStoredIsFound() throws Exception {
        scene.balances.remove("earnings:ada");

        assertThat(found(scene.verify())).isEqualTo(Map.of(Kind.BALANCE, 1L, Kind.SUM, 1L));
    }

    @Test
    void aCentInATransferIsFoundWithItsEvent() throws Exception {
        scene.replace(
                "escrow:req",
                "earnings:ada",
                one -> new Transfer(one.id(), one.causeId(), one.debit(), one.credit(), usd(6), one.fundsId()));
        var report = scene.verify();

        assertThat(report.of(Kind.TRANSFER).getFirst().toString())
                .startsWith("transfer a1: 0.05 USD from escrow:req to earnings:ada (RewardPaid at payouts-0@")
                .endsWith("0.06 USD from escrow:req to earnings:ada (transfer t2): no event says it");
        assertThat(found(report)).containsEntry(Kind.BALANCE, 2L).containsEntry(Kind.HOLD, 1L);
    }

    @Test
    void aLostEventIsFound() throws Exception {
        scene.events.remove(scene.first("RewardPaid"));
        var report = scene.verify();

        assertThat(report.of(Kind.REWARD).getFirst().words()).contains("not paid");
        assertThat(report.of(Kind.TRANSFER).getFirst().words()).contains("no event says it");
        assertThat(found(report)).containsEntry(Kind.BALANCE, 3L);
    }

    @Test
    void aLostTransferIsFound() throws Exception {
        scene.transfers.removeIf(one -> one.causeId().equals("b1"));
        var report = scene.verify();

        assertThat(report.of(Kind.TRANSFER).getFirst().words()).contains("no transfer does it");
        assertThat(found(report)).containsEntry(Kind.BALANCE, 3L);
    }

    @Test
    void anEventThatIsDoubledIsFound() throws Exception {
        scene.events.add(Told.again(scene.first("RewardPaid")));
        var report = scene.verify();

        assertThat(report.of(Kind.REWARD).getFirst().words()).contains("2 times instead of 1");
        assertThat(report.of(Kind.TRANSFER).getFirst().words()).contains("2 times instead of 1");
    }

    @Test
    void aRepeatedPublicationCountsOnceAndIsReported() throws Exception {
        scene.events.add(scene.first("RewardPaid"));
        var report = scene.verify();

        assertThat(report.agrees()).isTrue();
        assertThat(report.repeated()).isEqualTo(1);
    }

    @Test
    void anIdThatStandsForTwoEventsIsFound() throws Exception {
        scene.events.add(Told.posingAs(scene.first("RewardPaid"), Scene.rewardPaid("a1", "ada", 6)));

        assertThat(found(scene.verify())).isEqualTo(Map.of(Kind.EVENT, 1L));
    }

    @Test
    void anEventWithoutAnIdIsNotCounted() throws Exception {
        scene.events.add(Told.nameless(Scene.rewardPaid("a1", "ada", 5)));

        assertThat(found(scene.verify())).isEqualTo(Map.of(Kind.EVENT, 1L));
    }

    @Test
    void anEventOfTheOutboxCountsWhetherOrNotItWasSent() throws Exception {
        scene.unsent.add(scene.first("DepositReceived"));
        var bonus = scene.first("BonusPaid");
        scene.events.remove(bonus);
        scene.unsent.add(bonus);
        var report = scene.verify();

        assertThat(report.differences()).isEmpty();
        assertThat(report.unsent()).isEqualTo(2);
        assertThat(report.repeated()).isZero();
    }

    @Test
    void payAtAnotherRewardThanApprovedIsFound() throws Exception {
        scene.events.set(scene.events.indexOf(scene.first("RewardPaid")), Scene.rewardPaid("a1", "ada", 6));
        var report = scene.verify();

        assertThat(report.of(Kind.REWARD).getFirst().words())
                .contains("0.05 USD to ada", "not paid", "0.06 USD to ada", "never approved");
    }

    @Test
    void payForARejectedAnswerIsFound() throws Exception {
        scene.events.add(Scene.rewardPaid("a2", "ben", 5));

        assertThat(scene.verify().of(Kind.REWARD).getFirst().words()).contains("never approved");
    }

    @Test
    void anAnswerBothApprovedAndRejectedIsFound() throws Exception {
        scene.events.add(Scene.verdict("AssignmentRejected", "a1", "ada"));

        assertThat(found(scene.verify())).isEqualTo(Map.of(Kind.REWARD, 1L));
    }

    @Test
    void anOverriddenRejectionIsPaidLikeAnyApproval() throws Exception {
        overrideBen();

        assertThat(scene.verify().differences()).isEmpty();
    }

    private void overrideBen() {
        var line = Told.record("HeldLine", "reward", usd(5), "fee", usd(1), "places", 1);
        scene.events.add(
                payout("FundsHeld", "askId", "ask2", "fundsId", "funds", "requesterId", "req", "lines", List.of(line)));
        scene.transfer("ask2", "available:req", "escrow:req", 6, "funds");
        scene.events.add(Scene.verdict("AssignmentApproved", "a2", "ben", true));
        scene.events.add(Scene.rewardPaid("a2", "ben", 5));
        scene.transfer("a2/override", "escrow:req", "earnings:ben", 5, "funds");
        scene.transfer("a2/override", "escrow:req", "fees:USD", 1, "funds");
        scene.balances.merge("available:req", -6L, Long::sum);
        scene.balances.put("earnings:ben", 5L);
    }

    @Test
    void anOverrideOfNothingIsFound() throws Exception {
        scene.events.remove(scene.first("AssignmentRejected"));
        overrideBen();

        assertThat(found(scene.verify())).isEqualTo(Map.of(Kind.REWARD, 1L));
    }

    @Test
    void anApprovalThatIsParkedIsFoundAndNothingElseIs() throws Exception {
        var parked = Scene.verdict("AssignmentApproved", "a3", "ada");
        scene.events.add(parked);
        scene.parked.add(parked);
        var report = scene.verify();

        assertThat(found(report)).isEqualTo(Map.of(Kind.REWARD, 1L));
        assertThat(report.of(Kind.REWARD).getFirst().words()).contains("parked");
    }

    @Test
    void aTransferForSomethingElseIsFoundThoughEveryBalanceIsRight() throws Exception {
        scene.replace(
                "escrow:req",
                "earnings:ada",
                one -> new Transfer(one.id(), "a7", one.debit(), one.credit(), one.amount(), one.fundsId()));
        var report = scene.verify();

        assertThat(found(report)).isEqualTo(Map.of(Kind.TRANSFER, 2L));
        assertThat(report.of(Kind.TRANSFER)).extracting(Difference::subject).containsExactly("a1", "a7");
    }

    @Test
    void aHoldWithAnotherRestIsFound() throws Exception {
        scene.holds.put("funds", 1L);

        assertThat(scene.verify().of(Kind.HOLD))
                .hasToString("[hold funds: 0.00 USD left by its transfers, 0.00 by the topics, 0.01 stored]");
    }

    @Test
    void playMoneyMayBeTakenBack() throws Exception {
        scene.events.add(payout(
                "DepositReceived", "depositId", "l1", "requesterId", "req", "amount", usd(-4), "kind", "SANDBOX"));
        scene.transfer("l1", "available:req", "sandbox:USD", 4, null);
        scene.balances.merge("available:req", -4L, Long::sum);

        assertThat(scene.verify().differences()).isEmpty();
    }

    @Test
    void aStrangeEventIsHarmlessUnlessItCarriesMoney() throws Exception {
        scene.events.add(payout("DestinationChosen", "workerId", "ada"));
        assertThat(scene.verify().agrees()).isTrue();

        scene.events.add(payout("TipGiven", "workerId", "ada", "amount", usd(1)));
        assertThat(found(scene.verify())).isEqualTo(Map.of(Kind.EVENT, 1L));
    }

    @Test
    void aMalformedEventIsAFindingAndNoCrash() throws Exception {
        scene.events.add(payout("RewardPaid", "assignmentId", "a9"));

        assertThat(found(scene.verify())).containsEntry(Kind.EVENT, 1L);
    }

    @Test
    void aRuinedLedgerIsCountedAndTheFirstFaultsShown() throws Exception {
        for (int i = 0; i < 20_000; i++) scene.transfer("loot" + i, "fees:USD", "earnings:eve", 1, null);
        var report = scene.verify();

        assertThat(report.counts().get(Kind.TRANSFER)).isGreaterThan(Book.Suspects.LOOKED_INTO);
        assertThat(report.differences()).hasSizeLessThan(1000);
        assertThat(report.toString()).contains("DIFFERS transfer: at least").hasSizeLessThan(20_000);
    }
}
