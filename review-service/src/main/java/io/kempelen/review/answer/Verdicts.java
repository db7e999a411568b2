package io.kempelen.review.answer;

import io.kempelen.review.answer.domain.Answer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Writes what became of many answers at once and leaves their bodies alone. */
@Repository
public class Verdicts {

    private static final String UPDATE = """
            UPDATE answer SET funds_id = ?, reward = ?, fee = ?, currency = ?, label_hash = ?, status = ?, decided_by = ?,
                reason = ?, feedback = ?, verdict_number = ?, decided_at = ?, overridden = ?
            WHERE assignment_id = ?""";

    private final JdbcTemplate jdbc;

    Verdicts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void save(Collection<Answer> answers) {
        if (answers.isEmpty()) return;
        jdbc.batchUpdate(UPDATE, answers.stream().map(Verdicts::row).toList());
    }

    private static @Nullable Object[] row(Answer answer) {
        return new @Nullable Object[] {
            answer.fundsId(),
            answer.reward(),
            answer.fee(),
            answer.currency(),
            answer.labelHash(),
            answer.status().name(),
            name(answer.decidedBy()),
            name(answer.reason()),
            answer.feedback(),
            answer.verdictNumber(),
            timestamp(answer.decidedAt()),
            answer.overridden(),
            answer.assignmentId()
        };
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
