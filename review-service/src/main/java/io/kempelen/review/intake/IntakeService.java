package io.kempelen.review.intake;

import io.kempelen.review.answer.Answers;
import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.docket.domain.Docket;
import io.kempelen.review.sitting.Sitting;
import io.kempelen.review.sitting.Sittings;
import io.kempelen.review.task.Task;
import io.kempelen.review.task.Tasks;
import io.kempelen.review.task.Workings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies what other services said, a whole batch in one sitting of the inbox's transaction. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class IntakeService {

    private final Sittings sittings;
    private final Answers answers;
    private final Tasks tasks;
    private final Workings workings;
    private final PlaceChanges placeChanges;

    IntakeService(Sittings sittings, Answers answers, Tasks tasks, Workings workings, PlaceChanges placeChanges) {
        this.sittings = sittings;
        this.answers = answers;
        this.tasks = tasks;
        this.workings = workings;
        this.placeChanges = placeChanges;
    }

    void apply(Delivery delivery) {
        var wanted = dockets(delivery);
        if (!wanted.isEmpty()) {
            var sitting = sittings.open(wanted);
            publish(sitting, delivery.published);
            placeChanges.fresh(delivery.places).forEach(place -> sitting.change(place.taskId(), place.change()));
            unknown(delivery.submitted).forEach(sitting::receive);
            sittings.close(sitting);
        }
        if (!delivery.accepted.isEmpty()) workings.saveNew(delivery.accepted);
        if (!delivery.ended.isEmpty()) workings.end(delivery.ended);
        delivery.expirations.forEach(expiration -> tasks.expire(expiration.taskId(), expiration.expiresAt()));
    }

    private static Map<String, Docket> dockets(Delivery delivery) {
        var wanted = new LinkedHashMap<String, Docket>();
        for (var publication : delivery.published) {
            var task = publication.task();
            wanted.put(task.taskId(), Docket.open(task.taskId(), task.requesterId(), publication.batchId()));
        }
        for (var place : delivery.places) {
            wanted.putIfAbsent(place.taskId(), Docket.open(place.taskId(), place.requesterId(), null));
        }
        for (var answer : delivery.submitted) {
            var docket = Docket.open(answer.taskId(), answer.requesterId(), answer.batchId());
            wanted.putIfAbsent(answer.taskId(), docket);
        }
        return wanted;
    }

    /** Publishes tasks not published before, and judges the answers that came ahead of their task. */
    private void publish(Sitting sitting, List<Publication> published) {
        var fresh = new ArrayList<Task>();
        var awaited = new LinkedHashSet<String>();
        for (var publication : published) {
            var task = publication.task();
            var docket = sitting.docket(task.taskId());
            if (docket.policy() != null) continue;
            fresh.add(task);
            if (docket.counts().answered() > 0) awaited.add(task.taskId());
            sitting.change(
                    task.taskId(),
                    opened -> opened.publish(publication.policy(), publication.places(), publication.batchId()));
        }
        if (!fresh.isEmpty()) tasks.saveAll(fresh);
        if (!awaited.isEmpty()) answers.early(awaited).forEach(answer -> catchUp(sitting, answer));
    }

    private static void catchUp(Sitting sitting, Answer early) {
        if (early.status() == Answer.Status.REJECTED) sitting.replace(early);
        else sitting.countVote(early);
    }

    /** Drops answers that are here already: an event can be published twice under two ids. */
    private List<Answer> unknown(List<Answer> submitted) {
        if (submitted.isEmpty()) return submitted;
        var seen = new HashSet<>(
                answers.known(submitted.stream().map(Answer::assignmentId).toList()));
        return submitted.stream()
                .filter(answer -> seen.add(answer.assignmentId()))
                .toList();
    }
}
