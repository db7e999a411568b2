package io.kempelen.assignment.worker;

import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.assignment.worker.Verdicts.Verdict;
import io.kempelen.events.AccountKind;
import io.kempelen.events.AccountOpened;
import io.kempelen.events.AccountReinstated;
import io.kempelen.events.AccountSuspended;
import io.kempelen.events.AssignmentApproved;
import io.kempelen.events.AssignmentRejected;
import io.kempelen.messaging.inbox.Inbox;
import io.kempelen.messaging.inbox.Received;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** What is read of kempelen.accounts and kempelen.reviews: facts about workers. */
@Configuration(proxyBeanMethods = false)
class WorkerStreams {

    @Bean
    Consumer<Message<List<byte[]>>> accounts(Inbox inbox, WorkerService workers) {
        return inbox.once(events -> {
            workers.open(events.stream()
                    .map(Received::event)
                    .flatMap(WorkerStreams::opened)
                    .toList());
            for (var received : events) {
                switch (received.event()) {
                    case AccountSuspended suspended ->
                        workers.suspend(suspended.getAccountId(), true, suspended.getSuspendedAt());
                    case AccountReinstated reinstated ->
                        workers.suspend(reinstated.getAccountId(), false, reinstated.getReinstatedAt());
                    default -> {} // openings are done above
                }
            }
        });
    }

    @Bean
    Consumer<Message<List<byte[]>>> reviews(Inbox inbox, WorkerService workers) {
        return inbox.once(events -> workers.judge(events.stream()
                .map(Received::event)
                .flatMap(WorkerStreams::verdict)
                .toList()));
    }

    private static Stream<Profile> opened(SpecificRecord event) {
        if (!(event instanceof AccountOpened opened) || opened.getKind() != AccountKind.WORKER) return Stream.empty();
        var country = opened.getCountry();
        var region = country == null ? null : new Region(country, opened.getSubdivision());
        return Stream.of(Profile.opened(opened.getAccountId(), region, opened.getCurrency()));
    }

    private static Stream<Verdict> verdict(SpecificRecord event) {
        return switch (event) {
            case AssignmentApproved approved ->
                Stream.of(new Verdict(
                        approved.getAssignmentId(),
                        approved.getWorkerId(),
                        true,
                        approved.getFeedback(),
                        approved.getNumber()));
            case AssignmentRejected rejected ->
                Stream.of(new Verdict(
                        rejected.getAssignmentId(),
                        rejected.getWorkerId(),
                        false,
                        rejected.getFeedback(),
                        rejected.getNumber()));
            default -> Stream.empty(); // results and wishes are nothing to a worker's record
        };
    }
}
