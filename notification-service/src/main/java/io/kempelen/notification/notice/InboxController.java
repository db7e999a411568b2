package io.kempelen.notification.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Page;
import io.kempelen.messaging.web.Problem;
import io.kempelen.notification.notice.domain.Notice;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Everybody's own inbox. */
@RestController
class InboxController {

    private static final String LAST = "~";

    private final Notices notices;
    private final InstantSource clock;

    InboxController(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NoticeView(
            String id,
            String kind,
            String title,
            @Nullable String body,
            Instant createdAt,
            @Nullable Instant readAt) {

        static NoticeView of(Notice notice) {
            return new NoticeView(
                    notice.id(),
                    notice.kind().name(),
                    notice.headline(),
                    notice.body(),
                    notice.createdAt(),
                    notice.readAt());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InboxView(
            long unread, List<NoticeView> items, @Nullable String nextCursor) {}

    @GetMapping("/v1/inbox")
    InboxView inbox(
            Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            @RequestParam(defaultValue = "false") boolean unread) {
        wholeAccount(caller);
        var size = Page.limit(limit);
        var before = Objects.requireNonNullElse(Cursor.decode(cursor), LAST);
        var found = notices.inbox(caller.accountId(), before, unread, size + 1);
        var page = Page.of(found, size, Notice::id).map(NoticeView::of);
        return new InboxView(notices.unread(caller.accountId()), page.items(), page.nextCursor());
    }

    @PostMapping("/v1/inbox/{id}/read")
    ResponseEntity<?> read(Caller caller, @PathVariable String id) {
        wholeAccount(caller);
        return notices.markRead(caller.accountId(), id, clock.instant())
                ? ResponseEntity.noContent().build()
                : Problem.notFound("notice", id).response();
    }

    /** A task frame acts for its worker on one assignment, and reads no mail. */
    private static void wholeAccount(Caller caller) {
        if (caller.assignmentId() != null)
            throw Problem.notFound("inbox", caller.accountId()).exception();
    }
}
