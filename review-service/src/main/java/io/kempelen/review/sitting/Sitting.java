package io.kempelen.review.sitting;

import io.kempelen.review.answer.AnswerBody;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.answer.domain.Purse;
import io.kempelen.review.answer.domain.Verdict;
import io.kempelen.review.consensus.domain.Label;
import io.kempelen.review.docket.domain.Docket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The decisions of one transaction about tasks whose dockets it has locked: made in memory, one by one, and written together
 * by {@link Sittings}. Not thread-safe, gone with its transaction.
 */
public final class Sitting {

    private final Instant now;
    private final Map<String, Docket> dockets;
    private final Set<String> changedDockets = new LinkedHashSet<>();
    private final Set<String> unsure = new LinkedHashSet<>();
    private final Map<String, Answer> fresh = new LinkedHashMap<>();
    private final Map<String, Answer> changed = new LinkedHashMap<>();
    private final Votes votes = new Votes();
    private final List<News> news = new ArrayList<>();

    Sitting(Map<String, Docket> dockets, Instant now) {
        this.dockets = dockets;
        this.now = now;
    }

    public Instant now() {
        return now;
    }

    public Set<String> taskIds() {
        return dockets.keySet();
    }

    public Docket docket(String taskId) {
        return Objects.requireNonNull(dockets.get(taskId), "A sitting decides only about tasks it has locked");
    }

    /** Changes a docket; the task's result is looked at again before the sitting ends. */
    public void change(String taskId, UnaryOperator<Docket> change) {
        update(taskId, change);
        unsure.add(taskId);
    }

    /** Takes a new answer in: numbers it, counts its vote, and approves it at once where the delay is nought. */
    public void receive(Answer arrived) {
        var docket = update(arrived.taskId(), Docket::answer);
        var answer = arrived.numbered(docket.lastNumber());
        fresh.put(answer.assignmentId(), answer);
        var counted = countVote(answer);
        if (counted.dueBy(now)) decide(counted, new Verdict.Approve(Answer.DecidedBy.DELAY, null));
        else if (docket.settled()) judge(counted);
        unsure.add(arrived.taskId());
    }

    /** Counts an answer's vote where the policy counts votes; done late for answers that came before the policy. */
    public Answer countVote(Answer answer) {
        var policy = docket(answer.taskId()).policy();
        if (policy == null || !policy.countsVotes() || answer.status() == Answer.Status.REJECTED) return answer;
        var fields = AnswerBody.fields(answer);
        if (fields.isEmpty()) return answer;
        var label = Label.of(fields.get(), policy.fields());
        votes.add(answer.taskId(), label, 1);
        update(answer.taskId(), docket -> docket.vote(1).hear(label.hash()));
        return put(answer.labelled(label.hash()));
    }

    /** Gives a verdict, unless there is one already. */
    public Answer.Outcome decide(Answer stored, Verdict verdict) {
        var answer = latest(stored);
        var outcome = answer.decide(verdict, docket(answer.taskId()).lastNumber() + 1, now);
        switch (outcome) {
            case Answer.Outcome.Approved approved -> approve(approved.answer(), Docket::approve);
            case Answer.Outcome.Rejected rejected -> reject(rejected.answer());
            case Answer.Outcome.WrongState ignored -> {}
        }
        return outcome;
    }

    /** Approves what was rejected; its vote counts again. */
    public Answer.Outcome override(Answer stored, @Nullable String feedback, Purse purse) {
        var outcome = stored.override(feedback, purse, docket(stored.taskId()).lastNumber() + 1, now);
        if (outcome instanceof Answer.Outcome.Approved approved) {
            boolean outvoted = byPolicy(stored);
            approve(approved.answer(), docket -> docket.override(outvoted));
            moveVote(approved.answer(), 1);
        }
        return outcome;
    }

    /** Asks for an answer in place of a rejected one, if the policy says so. */
    public void replace(Answer rejected) {
        if (!docket(rejected.taskId()).replacesRejected()) return;
        update(rejected.taskId(), Docket::want);
        news.add(new News.Wanted(rejected.assignmentId(), rejected.taskId(), rejected.requesterId(), now));
    }

    /** Decides about an answer to a task whose result is settled, as its policy says. */
    void judge(Answer stored) {
        var answer = latest(stored);
        Bench.verdict(docket(answer.taskId()), answer).ifPresent(verdict -> decide(answer, verdict));
    }

    /** Publishes what was found. */
    void tell(String taskId) {
        var docket = update(taskId, told -> told.tell(now));
        var finding = Objects.requireNonNull(docket.finding());
        news.add(new News.Found(taskId, docket.batchId(), docket.requesterId(), finding));
    }

    Docket update(String taskId, UnaryOperator<Docket> change) {
        var docket = change.apply(docket(taskId));
        dockets.put(taskId, docket);
        changedDockets.add(taskId);
        return docket;
    }

    Answer latest(Answer stored) {
        var id = stored.assignmentId();
        return fresh.getOrDefault(id, changed.getOrDefault(id, stored));
    }

    /** Tasks to look at again; the list starts anew. */
    List<Docket> takeUnsure() {
        var taken = unsure.stream().map(this::docket).toList();
        unsure.clear();
        return taken;
    }

    Collection<Answer> freshAnswers() {
        return fresh.values();
    }

    Collection<Answer> changedAnswers() {
        return changed.values();
    }

    Collection<Docket> changedDockets() {
        return changedDockets.stream().sorted().map(this::docket).toList();
    }

    Votes votes() {
        return votes;
    }

    List<News> news() {
        return news;
    }

    private void approve(Answer approved, UnaryOperator<Docket> change) {
        update(approved.taskId(), change);
        put(approved);
        news.add(new News.Approved(approved));
    }

    private void reject(Answer rejected) {
        boolean byPolicy = byPolicy(rejected);
        update(rejected.taskId(), docket -> docket.reject(byPolicy));
        put(rejected);
        moveVote(rejected, -1);
        news.add(new News.Rejected(rejected));
        replace(rejected);
        unsure.add(rejected.taskId());
    }

    private void moveVote(Answer answer, int change) {
        var hash = answer.labelHash();
        if (hash == null) return;
        votes.add(answer.taskId(), new Label(hash, ""), change);
        update(answer.taskId(), docket -> docket.vote(change));
    }

    private static boolean byPolicy(Answer answer) {
        return answer.decidedBy() == Answer.DecidedBy.POLICY;
    }

    private Answer put(Answer answer) {
        if (fresh.replace(answer.assignmentId(), answer) == null) changed.put(answer.assignmentId(), answer);
        return answer;
    }
}
