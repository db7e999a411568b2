package io.kempelen.acceptance.audit;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Every answer is stored once, as it was given, and judged once: approved, rejected, or rejected and then approved after all. */
final class VerdictRule implements Rule {

    private static final Duration AUTO_APPROVAL_SLACK = Duration.ofSeconds(60);

    @Override
    public void check(Evidence evidence, Findings findings) {
        evidence.history().works.values().forEach(work -> verdicts(work, evidence, findings));
        stored(evidence, findings);
    }

    private static void verdicts(Work work, Evidence evidence, Findings findings) {
        if (work.decided() && work.submitted == 0) findings.add("verdicts", work.id, "was decided but never submitted");
        if (work.approvals > 1 || work.overrides > 1 || work.rejections > 1)
            findings.add(
                    "verdicts",
                    work.id,
                    "approved " + work.approvals + ", rejected " + work.rejections + ", overridden " + work.overrides
                            + " times");
        if (work.approvals > 0 && work.rejections > 0)
            findings.add("verdicts", work.id, "was both approved and rejected");
        if (work.overrides > 0 && work.rejections == 0)
            findings.add("verdicts", work.id, "overrides a rejection that never was");
        var due = work.dueAt;
        if (due != null && !work.decided() && due.plus(AUTO_APPROVAL_SLACK).isBefore(evidence.now()))
            findings.add("verdicts", work.id, "should have been approved by itself at " + due);
    }

    private static void stored(Evidence evidence, Findings findings) {
        Set<String> stored = new HashSet<>();
        evidence.stores().each("review", "SELECT assignment_id, body, body_key_id, status FROM answer", row -> {
            var id = row.getString(1);
            stored.add(id);
            var work = evidence.history().works.get(id);
            if (work == null || work.submitted == 0) {
                findings.add("answers", id, "is stored but was never submitted");
                return;
            }
            if (row.getString(3) == null && !Answers.digest(row.getString(2)).equals(work.answer))
                findings.add("answers", id, "is stored with other words than were submitted");
            findings.same("answers", id, "the verdict", work.verdict(), row.getString(4));
        });
        for (var work : evidence.history().works.values()) {
            if (work.submitted > 0 && !stored.contains(work.id))
                findings.add("answers", work.id, "was submitted but is not stored");
        }
    }
}
