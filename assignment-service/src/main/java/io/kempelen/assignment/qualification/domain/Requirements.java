package io.kempelen.assignment.qualification.domain;

import static java.util.Comparator.comparing;

import java.util.Comparator;
import java.util.List;

/** All conditions of a task, in normal form: equal demands are equal values, in whatever order they were written. */
public record Requirements(List<Requirement> all) {

    private static final Comparator<Requirement> ORDER = comparing(Requirement::qualificationTypeId)
            .thenComparing(Requirement::comparison)
            .thenComparing(Requirement::guard)
            .thenComparing(requirement -> requirement.integerValues().toString())
            .thenComparing(requirement -> requirement.localeValues().toString());

    public static final Requirements NONE = new Requirements(List.of());

    public Requirements {
        all = all.stream().map(Requirements::normal).distinct().sorted(ORDER).toList();
    }

    /** The conditions that keep this worker from the action; empty: the worker may. */
    public List<Requirement> unmet(Standing standing, Action action) {
        return all.stream()
                .filter(requirement -> requirement.guard().guards(action))
                .filter(requirement -> !requirement.isMetBy(standing))
                .toList();
    }

    /** The types whose grants must be looked up to judge a worker. */
    public List<String> grantedTypes() {
        return all.stream()
                .map(Requirement::qualificationTypeId)
                .filter(type -> SystemType.of(type).map(SystemType::isGranted).orElse(true))
                .distinct()
                .toList();
    }

    private static Requirement normal(Requirement written) {
        return new Requirement(
                written.qualificationTypeId(),
                written.comparison(),
                written.integerValues().stream().distinct().sorted().toList(),
                written.localeValues().stream()
                        .distinct()
                        .sorted(comparing(Region::toString))
                        .toList(),
                written.guard());
    }
}
