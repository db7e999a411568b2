package io.kempelen.notification.notice;

import io.kempelen.messaging.id.Ids;
import io.kempelen.notification.notice.domain.Draft;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts notices into inboxes, each once, in one statement per batch and in one order everywhere. */
@Service
public class NoticeService {

    private final Notices notices;
    private final NoticePublisher publisher;
    private final Ids ids;
    private final InstantSource clock;

    NoticeService(Notices notices, NoticePublisher publisher, Ids ids, InstantSource clock) {
        this.notices = notices;
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public List<Notices.Written> write(List<Draft> drafts) {
        if (drafts.isEmpty()) return List.of();
        var bySubject = drafts.stream()
                .collect(Collectors.toMap(
                        draft -> draft.accountId() + " " + draft.subject(), draft -> draft, Draft::and, TreeMap::new));
        var merged = List.copyOf(bySubject.values());
        var now = clock.instant();
        var written = notices.write(merged.stream().map(draft -> ids.next()).toList(), merged, now);
        publisher.delivered(written.stream().filter(Notices.Written::first).toList(), now);
        return written;
    }
}
