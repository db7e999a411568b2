package io.kempelen.review.sitting;

import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.answer.domain.Verdict;
import io.kempelen.review.consensus.domain.Label;
import io.kempelen.review.consensus.domain.Standing;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.docket.domain.Policy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** One task's review with memory in place of the database: sittings are opened, decided, settled and written as in earnest. */
final class Desk {

    static final String TASK = "TASK1";
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private Docket docket = Docket.open(TASK, "AREQUESTER1", null);
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, Integer> tally = new HashMap<>();
    private final Map<String, Label> labels = new HashMap<>();
    private final List<News> news = new ArrayList<>();

    void sit(Consumer<Sitting> work) {
        var sitting = new Sitting(new TreeMap<>(Map.of(TASK, docket)), NOW);
        work.accept(sitting);
        count(sitting);
        Settlement.settle(sitting, this::standings, this::waiting);
        count(sitting);
        sitting.freshAnswers().forEach(answer -> answers.put(answer.assignmentId(), answer));
        sitting.changedAnswers().forEach(answer -> answers.put(answer.assignmentId(), answer));
        docket = sitting.docket(TASK);
        news.addAll(sitting.news());
    }

    void publish(Policy policy, int places) {
        sit(sitting -> {
            sitting.change(TASK, opened -> opened.publish(policy, places, null));
            List.copyOf(answers.values()).forEach(sitting::countVote);
        });
    }

    /** Takes answers in, in one sitting; each is a worker's name and what he says. */
    void submit(List<String> says) {
        sit(sitting -> says.forEach(text -> sitting.receive(answer(text))));
    }

    void reject(String worker) {
        var verdict = new Verdict.Reject(Answer.DecidedBy.REQUESTER, Answer.Reason.REQUESTER, "No.");
        sit(sitting -> sitting.decide(stored(worker), verdict));
    }

    void approve(String worker) {
        sit(sitting -> sitting.decide(stored(worker), new Verdict.Approve(Answer.DecidedBy.REQUESTER, null)));
    }

    Answer stored(String worker) {
        return answers.values().stream()
                .filter(answer -> answer.workerId().equals("A" + worker))
                .findFirst()
                .orElseThrow();
    }

    Docket docket() {
        return docket;
    }

    List<News> news() {
        return news;
    }

    /** Worker to status, in the order of the workers. */
    Map<String, Answer.Status> verdicts() {
        var verdicts = new TreeMap<String, Answer.Status>();
        answers.values().forEach(answer -> verdicts.put(answer.workerId().substring(1), answer.status()));
        return verdicts;
    }

    /** {@code w1=cat}: worker w1 says cat. */
    private static Answer answer(String text) {
        var worker = text.substring(0, text.indexOf('='));
        var label = text.substring(text.indexOf('=') + 1);
        return new Answer(
                "ANSWER" + worker,
                TASK,
                null,
                "A" + worker,
                "AREQUESTER1",
                TASK,
                5,
                1,
                "USD",
                "{\"label\":[\"" + label + "\"]}",
                null,
                null,
                NOW.minusSeconds(60),
                NOW.minusSeconds(10),
                NOW.plusSeconds(3600),
                0,
                Answer.Status.SUBMITTED,
                null,
                null,
                null,
                null,
                null,
                false);
    }

    private void count(Sitting sitting) {
        for (var change : sitting.votes().take()) {
            tally.merge(change.label().hash(), change.votes(), Integer::sum);
            if (!change.label().json().isEmpty()) {
                labels.putIfAbsent(change.label().hash(), change.label());
            }
        }
    }

    private Map<String, Standing> standings(Collection<String> taskIds) {
        var sorted = tally.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        if (taskIds.isEmpty() || sorted.isEmpty()) return Map.of();
        int second = sorted.size() > 1 ? sorted.get(1).getValue() : 0;
        var leader = labels.get(sorted.getFirst().getKey());
        return Map.of(TASK, new Standing(leader, sorted.getFirst().getValue(), second));
    }

    private List<Answer> waiting(Collection<String> taskIds) {
        return taskIds.isEmpty()
                ? List.of()
                : answers.values().stream().filter(Answer::waits).toList();
    }
}
