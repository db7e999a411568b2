package io.kempelen.review.sitting;

import static io.kempelen.review.answer.domain.Answer.Status.APPROVED;
import static io.kempelen.review.answer.domain.Answer.Status.REJECTED;
import static io.kempelen.review.answer.domain.Answer.Status.SUBMITTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.domain.Policy;
import io.kempelen.review.docket.domain.Policy.Dissent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MajorityPolicyTest {

    private static final int TRIES = 400;

    private final Desk desk = new Desk();

    @Test
    void decidesAsSoonAsNothingCanChangeTheResult() {
        desk.publish(majority(Dissent.WAIT), 3);

        desk.submit(List.of("1=cat"));
        assertThat(desk.verdicts()).isEqualTo(Map.of("1", SUBMITTED));

        desk.submit(List.of("2=cat"));
        assertThat(desk.verdicts()).isEqualTo(Map.of("1", APPROVED, "2", APPROVED));
        assertThat(found()).hasSize(1);

        desk.submit(List.of("3=cat"));
        assertThat(desk.stored("3").decidedBy()).isEqualTo(Answer.DecidedBy.POLICY);
        assertThat(found()).hasSize(2);
        assertThat(found().getLast().finding().share()).isEqualTo(1.0);
    }

    @Test
    void needsMoreThanHalf() {
        desk.publish(majority(Dissent.WAIT), 4);
        desk.submit(List.of("1=cat", "2=cat"));
        assertThat(desk.verdicts()).containsOnly(Map.entry("1", SUBMITTED), Map.entry("2", SUBMITTED));
    }

    @Test
    void takesThePluralityWhenEveryPlaceIsAnswered() {
        desk.publish(majority(Dissent.REJECT), 4);
        desk.submit(List.of("1=cat", "2=dog", "3=cat"));
        assertThat(found()).isEmpty();

        desk.submit(List.of("4=cow"));
        assertThat(desk.verdicts()).isEqualTo(Map.of("1", APPROVED, "2", REJECTED, "3", APPROVED, "4", REJECTED));
        assertThat(desk.stored("4").reason()).isEqualTo(Answer.Reason.CONTRADICTED_BY_CONSENSUS);
        assertThat(desk.stored("4").feedback()).isEqualTo("2 of 4 answers (50 %) agree on another answer.");
    }

    @Test
    void leavesATieToTheRequester() {
        desk.publish(majority(Dissent.REJECT), 2);
        desk.submit(List.of("1=cat", "2=dog"));
        assertThat(desk.verdicts().values()).containsOnly(SUBMITTED);

        desk.reject("2");
        assertThat(desk.verdicts()).isEqualTo(Map.of("1", APPROVED, "2", REJECTED));
    }

    @Test
    void asksForOneAnswerPerRejection() {
        desk.publish(new Policy(Policy.Kind.MAJORITY, List.of(), Dissent.REJECT, true), 3);
        desk.submit(List.of("1=cat", "2=dog", "3=cat"));
        assertThat(wanted()).extracting(News.Wanted::rejectedId).containsExactly("ANSWER2");

        desk.sit(sitting -> sitting.change(Desk.TASK, docket -> docket.replace(4, 1)));
        desk.submit(List.of("4=cat"));
        assertThat(desk.verdicts()).isEqualTo(Map.of("1", APPROVED, "2", REJECTED, "3", APPROVED, "4", APPROVED));
        assertThat(wanted()).hasSize(1);
    }

    @Test
    void waitsForTheReplacementOfWhatTheRequesterRejected() {
        desk.publish(new Policy(Policy.Kind.MAJORITY, List.of(), Dissent.WAIT, true), 3);
        desk.submit(List.of("1=spam", "2=spam"));
        desk.submit(List.of("3=cat"));
        // the two spammers agreed and were approved at once: a verdict is not taken back
        assertThat(desk.verdicts()).isEqualTo(Map.of("1", APPROVED, "2", APPROVED, "3", SUBMITTED));

        var other = new Desk();
        other.publish(new Policy(Policy.Kind.MAJORITY, List.of(), Dissent.WAIT, true), 3);
        other.submit(List.of("1=spam"));
        other.reject("1");
        other.submit(List.of("2=cat"));
        assertThat(other.verdicts()).containsEntry("2", SUBMITTED);
        other.submit(List.of("3=cat"));
        assertThat(other.verdicts()).containsEntry("2", APPROVED).containsEntry("3", APPROVED);
    }

    @Test
    void countsOnlyPlacesThatCanStillBeAnswered() {
        desk.publish(majority(Dissent.WAIT), 10);
        desk.submit(List.of("1=cat", "2=cat", "3=dog"));
        assertThat(desk.verdicts().values()).containsOnly(SUBMITTED);

        desk.sit(sitting -> sitting.change(Desk.TASK, docket -> docket.close(7)));
        assertThat(desk.verdicts()).isEqualTo(Map.of("1", APPROVED, "2", APPROVED, "3", SUBMITTED));
    }

    @Test
    void looksAgainWhenMoreOpinionsAreBought() {
        desk.publish(majority(Dissent.WAIT), 3);
        desk.submit(List.of("1=cat", "2=cat", "3=dog"));
        desk.sit(sitting -> sitting.change(Desk.TASK, docket -> docket.extend(7)));
        desk.submit(List.of("4=dog", "5=dog"));
        assertThat(desk.stored("4").status()).isEqualTo(SUBMITTED);

        desk.submit(List.of("6=dog"));
        assertThat(found().getLast().finding().label()).contains("dog");
        assertThat(desk.verdicts())
                .isEqualTo(Map.of(
                        "1", APPROVED, "2", APPROVED, "3", APPROVED, "4", APPROVED, "5", APPROVED, "6", APPROVED));
    }

    @Test
    void numbersAnswersAndVerdictsWithoutGaps() {
        desk.publish(majority(Dissent.REJECT), 3);
        desk.submit(List.of("1=cat", "2=dog"));
        desk.submit(List.of("3=cat"));

        var numbers = new ArrayList<Long>();
        for (var worker : List.of("1", "2", "3")) {
            numbers.add(desk.stored(worker).number());
            numbers.add(desk.stored(worker).verdictNumber());
        }
        assertThat(numbers).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(found().getFirst().finding().number()).isEqualTo(3);
    }

    /** Any order of the same answers, in batches of any size, the policy known before, between or after: the same verdicts. */
    @ParameterizedTest
    @EnumSource(Dissent.class)
    void givesTheSameVerdictsInAnyOrder(Dissent dissent) {
        var random = new Random(42);
        for (int round = 0; round < TRIES; round++) {
            int places = 1 + random.nextInt(7);
            int labels = 1 + random.nextInt(4);
            var says = new ArrayList<String>();
            int answered = 1 + random.nextInt(places);
            for (int worker = 1; worker <= answered; worker++) says.add(worker + "=" + random.nextInt(labels));
            Set<Map<String, Answer.Status>> seen = new HashSet<>();
            Set<String> results = new HashSet<>();
            for (int order = 0; order < 12; order++) {
                Collections.shuffle(says, random);
                var desk = play(says, places, dissent, random);
                seen.add(desk.verdicts());
                results.add(
                        desk.docket().finding() == null
                                ? ""
                                : desk.docket().finding().label());
            }
            assertThat(seen).as("%s of %d places", says, places).hasSize(1);
            assertThat(results).as("%s of %d places", says, places).hasSize(1);
        }
    }

    private static Desk play(List<String> says, int places, Dissent dissent, Random random) {
        var desk = new Desk();
        int published = random.nextInt(says.size() + 1);
        for (int next = 0; next < says.size(); ) {
            if (next >= published && desk.docket().policy() == null) desk.publish(majority(dissent), places);
            int until = Math.min(says.size(), next + 1 + random.nextInt(3));
            desk.submit(says.subList(next, until));
            next = until;
        }
        if (desk.docket().policy() == null) desk.publish(majority(dissent), places);
        return desk;
    }

    private static Policy majority(Dissent dissent) {
        return new Policy(Policy.Kind.MAJORITY, List.of("label"), dissent, false);
    }

    private List<News.Found> found() {
        return desk.news().stream()
                .filter(News.Found.class::isInstance)
                .map(News.Found.class::cast)
                .toList();
    }

    private List<News.Wanted> wanted() {
        return desk.news().stream()
                .filter(News.Wanted.class::isInstance)
                .map(News.Wanted.class::cast)
                .toList();
    }
}
