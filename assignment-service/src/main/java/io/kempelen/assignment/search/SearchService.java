package io.kempelen.assignment.search;

import io.kempelen.assignment.qualification.RequirementSets;
import io.kempelen.assignment.qualification.domain.Action;
import io.kempelen.assignment.qualification.domain.Requirement;
import io.kempelen.assignment.qualification.domain.Standing;
import io.kempelen.assignment.search.OpenTasks.OpenTask;
import io.kempelen.assignment.worker.Standings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds work: reads open tasks piece by piece and leaves out what this worker may not even see. */
@Service
class SearchService {

    /** A page may be short when a worker may see few of many; its cursor goes on. */
    private static final int MOST_PIECES = 10;

    private final OpenTasks openTasks;
    private final Standings standings;
    private final RequirementSets requirementSets;
    private final InstantSource clock;

    SearchService(OpenTasks openTasks, Standings standings, RequirementSets requirementSets, InstantSource clock) {
        this.openTasks = openTasks;
        this.standings = standings;
        this.requirementSets = requirementSets;
        this.clock = clock;
    }

    /** A task the worker may see, and what is missing to take it. */
    record Found(OpenTask task, List<Requirement> unmet) {}

    record Finds(List<Found> items, @Nullable Position next) {}

    /** What a worker may do with tasks of one requirement set, worked out once for all of them. */
    private record Judgement(boolean visible, List<Requirement> unmet) {}

    @Transactional(readOnly = true)
    public Finds find(Query query, Position from, int limit) {
        var standing = standings.of(query.workerId());
        var judgements = new HashMap<String, Judgement>();
        var found = new ArrayList<Found>(limit);
        var position = from;
        for (int piece = 0; piece < MOST_PIECES; piece++) {
            var wanted = limit + 1;
            var rows = openTasks.find(query, position, clock.instant(), wanted);
            for (var task : rows) {
                if (found.size() == limit) return new Finds(found, position);
                position = task.position();
                var judgement = judgements.computeIfAbsent(task.requirementSetId(), id -> judge(id, standing));
                if (shows(judgement, query)) found.add(new Found(task, judgement.unmet()));
            }
            if (rows.size() < wanted) return new Finds(found, null);
        }
        return new Finds(found, position);
    }

    public Optional<String> currency(String workerId) {
        return standings.currency(workerId);
    }

    private Judgement judge(String requirementSetId, Standing standing) {
        var requirements = requirementSets.byId(requirementSetId);
        var visible = requirements.unmet(standing, Action.DISCOVER).isEmpty();
        return new Judgement(visible, requirements.unmet(standing, Action.ACCEPT));
    }

    private static boolean shows(Judgement judgement, Query query) {
        return judgement.visible()
                && (!query.onlyQualified() || judgement.unmet().isEmpty());
    }
}
