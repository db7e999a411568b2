package io.kempelen.benchmarks.torture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgementTest {

    private static final String NOON = "2026-11-22T12:00:00Z";
    private static final Kill KILL = new Kill(1, "broker", 4711, Instant.parse(NOON), 2, 1, 2, 0, 8.5);

    private final Heard heard = new Heard();
    private final Map<String, List<Long>> rewards = new HashMap<>();
    private final Map<String, List<Long>> fees = new HashMap<>();
    private final Map<String, Long> sums = new HashMap<>(Map.of("USD", 0L));
    private final List<String> differing = new ArrayList<>();
    private final List<Kill> kills = new ArrayList<>(List.of(KILL));
    private Plumbing plumbing = new Plumbing(0, 0, 0);
    private int events;

    JudgementTest() {
        for (var id : List.of("A0", "A1")) {
            say("AssignmentSubmitted", id);
            say("AssignmentApproved", id);
            say("RewardPaid", id);
            rewards.put(id, List.of(5L));
            fees.put(id, List.of(1L));
        }
    }

    @Test
    void isContentWhenAllAgree() {
        assertThat(wrong()).isEmpty();
    }

    @Test
    void showsItsFigures() {
        assertThat(judge()).anySatisfy(line -> {
            assertThat(line.what()).startsWith("cents of rewards");
            assertThat(line.expected()).isEqualTo(10);
            assertThat(line.found()).isEqualTo(10);
        });
    }

    @Test
    void missesAnAnswerThatNoEventTellsOf() {
        assertThat(wrong(judge(Set.of("A0", "A1", "A2"))))
                .anySatisfy(line -> assertThat(line).startsWith("answered with success = AssignmentSubmitted"))
                .anySatisfy(line -> assertThat(line).startsWith("answered with success = approved"));
    }

    @Test
    void noticesTwoVerdicts() {
        say("AssignmentRejected", "A1");

        assertThat(wrong()).containsExactly("answered with success = approved or rejected, once each");
    }

    @Test
    void doesNotWantMoneyForARejectedAnswer() {
        var rejected = "A2";
        say("AssignmentSubmitted", rejected);
        say("AssignmentRejected", rejected);

        assertThat(wrong(Judgement.of(deed(3, Set.of("A0", "A1", rejected)), heard, booked(), plumbing)))
                .isEmpty();
    }

    @Test
    void noticesMoneyThatNobodyEarned() {
        say("RewardPaid", "A9");
        rewards.put("A9", List.of(5L));

        assertThat(wrong()).containsExactly("approved = RewardPaid, by the topics", "approved = rewards in the ledger");
    }

    @Test
    void leavesOtherPeoplesUnpaidWorkAlone() {
        say("AssignmentSubmitted", "earlier");
        say("AssignmentApproved", "earlier");
        say("RewardPaid", "earlier");

        assertThat(wrong()).isEmpty();
    }

    @Test
    void noticesThatTheRightNumberWasPaidToTheWrongOnes() {
        rewards.put("A9", rewards.remove("A1"));

        assertThat(wrong())
                .containsExactly("approved = rewards in the ledger", "cents of rewards approved = moved in the ledger");
    }

    @Test
    void noticesAnEventOfPayThatCameTwice() {
        say("RewardPaid", "A0");

        assertThat(wrong()).containsExactly("RewardPaid twice for one assignment");
    }

    @Test
    void noticesARewardThatWasMovedTwice() {
        rewards.put("A0", List.of(5L, 5L));

        assertThat(wrong())
                .containsExactly(
                        "rewards moved twice for one assignment", "cents of rewards approved = moved in the ledger");
    }

    @Test
    void noticesWrongsThatCancelOut() {
        rewards.put("A0", List.of(4L));
        rewards.put("A1", List.of(6L));

        assertThat(wrong()).containsExactly("cents of rewards approved = moved in the ledger");
    }

    @Test
    void noticesAFeeThatIsMissing() {
        fees.remove("A1");

        assertThat(wrong()).containsExactly("approved = fees in the ledger", "cents of fees due = moved in the ledger");
    }

    @Test
    void addsUpEachCurrencyByItself() {
        sums.putAll(Map.of("EUR", 1L, "USD", -1L));

        assertThat(wrong())
                .containsExactlyInAnyOrder("all accounts together, EUR cents", "all accounts together, USD cents");
    }

    @Test
    void noticesWhatWasPutAside() {
        plumbing = new Plumbing(1, 2, 3);
        differing.add("earnings:W: 5 stored, 10 by its transfers");

        assertThat(wrong())
                .containsExactly(
                        "balances that are not the sum of their transfers",
                        "events that are not sent",
                        "records that could not be applied",
                        "dead letters");
    }

    @Test
    void doesNotForgiveAKillWithTooLittleInFlight() {
        kills.set(0, new Kill(1, "broker", 4711, Instant.parse(NOON), 1, 1, 2, 0, 8.5));

        assertThat(wrong()).containsExactly("kills with fewer than 2 submissions in flight");
    }

    @Test
    void doesNotForgiveKillsThatWereNotDoneOrNotSurvived() {
        kills.clear();
        assertThat(wrong()).containsExactly("kills asked for = done");

        kills.add(new Kill(1, "broker", 4711, Instant.parse(NOON), 3, 1, 2, 0, -1));
        assertThat(wrong()).containsExactly("kills whose victim did not come back");
    }

    @Test
    void printsAKillInOneLine() {
        var kill = new Kill(17, "payout-service", 4711, Instant.parse(NOON), 143, 20, 6_120, 6_004, 9);

        assertThat(kill.line(50, 20_000))
                .isEqualTo("kill 17 of 50: payout-service (pid 4711), 143 submissions in flight, 6,120 of 20,000"
                        + " submitted, 6,004 paid");
    }

    private void say(String type, String assignmentId) {
        heard.take("io.kempelen.events." + type, assignmentId, "e" + events++, NOON);
    }

    private List<String> wrong() {
        return wrong(judge());
    }

    private static List<String> wrong(List<Line> lines) {
        return lines.stream().filter(line -> !line.holds()).map(Line::what).toList();
    }

    private List<Line> judge() {
        return judge(Set.of("A0", "A1"));
    }

    private List<Line> judge(Set<String> answered) {
        return Judgement.of(deed(2, answered), heard, booked(), plumbing);
    }

    private Deed deed(int asked, Set<String> answered) {
        return new Deed(new Aim(asked, 1, 2), kills, answered, 5, 1);
    }

    private Booked booked() {
        return new Booked(sums, rewards, fees, differing);
    }
}
