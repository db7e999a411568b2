package io.kempelen.notification.notice;

import io.kempelen.notification.notice.domain.Draft;
import io.kempelen.notification.notice.domain.Kind;
import io.kempelen.notification.notice.domain.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** All notices. Written a batch at a time, so JDBC rather than a repository. */
@Component
public class Notices {

    private final JdbcTemplate jdbc;

    Notices(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A notice written now: for the first time, or as a tally that grew. Nothing comes back for what was told before. */
    public record Written(String id, String accountId, Kind kind, String about, boolean first) {}

    List<Written> write(List<String> ids, List<Draft> drafts, Instant now) {
        return jdbc.query(
                """
                INSERT INTO notice (id, account_id, kind, subject, about, title, body, times, amount, currency, day, created_at)
                SELECT n.*, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::int[], ?::bigint[], ?::text[], ?::date[]) AS n
                ON CONFLICT (account_id, subject) DO UPDATE SET times = notice.times + excluded.times,
                    amount = notice.amount + excluded.amount, read_at = NULL
                WHERE notice.day IS NOT NULL
                RETURNING id, account_id, kind, about, (xmax = 0)""",
                (row, n) -> new Written(
                        row.getString(1),
                        row.getString(2),
                        Kind.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getBoolean(5)),
                now.atOffset(ZoneOffset.UTC),
                ids.toArray(String[]::new),
                texts(drafts, Draft::accountId),
                texts(drafts, draft -> draft.kind().name()),
                texts(drafts, Draft::subject),
                texts(drafts, Draft::about),
                texts(drafts, Draft::title),
                texts(drafts, Draft::body),
                drafts.stream()
                        .map(draft -> draft.tally() == null ? 1 : draft.tally().times())
                        .toArray(Integer[]::new),
                drafts.stream()
                        .map(draft ->
                                draft.tally() == null ? null : draft.tally().amount())
                        .toArray(Long[]::new),
                texts(
                        drafts,
                        draft -> draft.tally() == null ? null : draft.tally().currency()),
                texts(
                        drafts,
                        draft -> draft.tally() == null
                                ? null
                                : draft.tally().day().toString()));
    }

    /** Newest first. */
    List<Notice> inbox(String accountId, String before, boolean unreadOnly, int limit) {
        return jdbc.query(
                "SELECT * FROM notice WHERE account_id = ? AND id < ? AND (NOT ? OR read_at IS NULL) ORDER BY id DESC LIMIT ?",
                (row, n) -> read(row),
                accountId,
                before,
                unreadOnly,
                limit);
    }

    long unread(String accountId) {
        var count = jdbc.queryForObject(
                "SELECT count(*) FROM notice WHERE account_id = ? AND read_at IS NULL", Long.class, accountId);
        return count == null ? 0 : count;
    }

    /** Says whether there is such a notice in the account's inbox; the first reading counts. */
    boolean markRead(String accountId, String id, Instant now) {
        return jdbc.update(
                        "UPDATE notice SET read_at = coalesce(read_at, ?) WHERE id = ? AND account_id = ?",
                        now.atOffset(ZoneOffset.UTC),
                        id,
                        accountId)
                == 1;
    }

    public List<Notice> ofDelivery(String deliveryId) {
        return jdbc.query("""
                SELECT n.* FROM notice n JOIN delivery_notice d ON d.notice_id = n.id
                WHERE d.delivery_id = ? ORDER BY n.id""", (row, n) -> read(row), deliveryId);
    }

    private static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                row.getString("id"),
                row.getString("account_id"),
                Kind.valueOf(row.getString("kind")),
                row.getString("about"),
                row.getString("title"),
                row.getString("body"),
                row.getInt("times"),
                row.getObject("amount", Long.class),
                row.getString("currency"),
                row.getObject("day", LocalDate.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("read_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String[] texts(Collection<Draft> drafts, Function<Draft, @Nullable String> column) {
        return drafts.stream().map(column).toArray(String[]::new);
    }
}
