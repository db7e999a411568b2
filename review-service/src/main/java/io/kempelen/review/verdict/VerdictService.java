package io.kempelen.review.verdict;

import io.kempelen.review.answer.Answers;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.answer.domain.Verdict;
import io.kempelen.review.sitting.Sitting;
import io.kempelen.review.sitting.Sittings;
import io.kempelen.review.task.Workings;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the verdicts that requesters ask for. */
@Service
public class VerdictService {

    private final Answers answers;
    private final Workings workings;
    private final Sittings sittings;

    VerdictService(Answers answers, Workings workings, Sittings sittings) {
        this.answers = answers;
        this.workings = workings;
        this.sittings = sittings;
    }

    @Transactional
    public Ruling approve(String requesterId, String assignmentId, @Nullable String feedback) {
        var verdict = new Verdict.Approve(Answer.DecidedBy.REQUESTER, feedback);
        return decide(requesterId, List.of(assignmentId), verdict).getFirst();
    }

    @Transactional
    public Ruling reject(String requesterId, String assignmentId, String feedback) {
        var verdict = new Verdict.Reject(Answer.DecidedBy.REQUESTER, Answer.Reason.REQUESTER, feedback);
        return decide(requesterId, List.of(assignmentId), verdict).getFirst();
    }

    /** Approves those that can be; the others are told apart, not a reason to approve none. */
    @Transactional
    public List<Ruling> approveAll(String requesterId, List<String> assignmentIds) {
        return decide(requesterId, assignmentIds, new Verdict.Approve(Answer.DecidedBy.REQUESTER, null));
    }

    /** The answer, or why there is none for this requester. */
    @Transactional(readOnly = true)
    public Ruling find(String requesterId, String assignmentId) {
        return answers.findById(assignmentId)
                .filter(answer -> answer.requesterId().equals(requesterId))
                .<Ruling>map(Ruling.Given::new)
                .orElseGet(() -> missing(requesterId, assignmentId));
    }

    private List<Ruling> decide(String requesterId, List<String> assignmentIds, Verdict verdict) {
        var ids = assignmentIds.stream().distinct().toList();
        var tasks = own(requesterId, ids);
        var sitting = sittings.open(tasks);
        var locked = new HashMap<String, Answer>();
        own(requesterId, ids).forEach(answer -> locked.put(answer.assignmentId(), answer));
        var rulings = ids.stream()
                .map(id -> Optional.ofNullable(locked.get(id))
                        .map(answer -> rule(sitting, answer, verdict))
                        .orElseGet(() -> missing(requesterId, id)))
                .toList();
        sittings.close(sitting);
        return rulings;
    }

    /** Read once to know which dockets to lock, and again under the lock: only what is read then is sure. */
    private List<Answer> own(String requesterId, List<String> ids) {
        return answers.findByAssignmentIdIn(ids).stream()
                .filter(answer -> answer.requesterId().equals(requesterId))
                .toList();
    }

    private static Ruling rule(Sitting sitting, Answer answer, Verdict verdict) {
        return switch (sitting.decide(answer, verdict)) {
            case Answer.Outcome.Approved approved -> new Ruling.Given(approved.answer());
            case Answer.Outcome.Rejected rejected -> new Ruling.Given(rejected.answer());
            case Answer.Outcome.WrongState wrong -> new Ruling.WrongState(wrong.answer());
        };
    }

    private Ruling missing(String requesterId, String assignmentId) {
        return workings.findById(assignmentId)
                .filter(working -> working.requesterId().equals(requesterId))
                .<Ruling>map(working -> new Ruling.NotSubmitted(assignmentId))
                .orElseGet(() -> new Ruling.Unknown(assignmentId));
    }
}
