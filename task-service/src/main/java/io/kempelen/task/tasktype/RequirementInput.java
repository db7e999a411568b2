package io.kempelen.task.tasktype;

import io.kempelen.task.tasktype.domain.Comparison;
import io.kempelen.task.tasktype.domain.Guarded;
import io.kempelen.task.tasktype.domain.Place;
import io.kempelen.task.tasktype.domain.Requirement;
import io.kempelen.task.tasktype.domain.Unfit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A requirement as the native API takes and gives it. */
public record RequirementInput(
        @Nullable String qualificationTypeId,
        @Nullable String comparator,
        @Nullable List<Integer> integerValues,
        @Nullable List<Locale> localeValues,
        @Nullable String actionsGuarded) {

    /** A place as the native API takes and gives it. */
    public record Locale(@Nullable String country, @Nullable String subdivision) {}

    public static List<Requirement> all(@Nullable List<RequirementInput> inputs) {
        if (inputs == null) return List.of();
        var all = new ArrayList<Requirement>();
        for (int i = 0; i < inputs.size(); i++) all.add(inputs.get(i).at("requirements[" + i + "]"));
        return List.copyOf(all);
    }

    public static RequirementInput of(Requirement requirement) {
        return new RequirementInput(
                requirement.qualificationTypeId(),
                requirement.comparison().word(),
                requirement.integers(),
                requirement.places().stream()
                        .map(place -> new Locale(place.country(), place.subdivision()))
                        .toList(),
                requirement.guarded().word());
    }

    private Requirement at(String field) {
        var word = Objects.requireNonNullElse(comparator, "");
        var comparison = Comparison.of(word)
                .orElseThrow(() -> new Unfit(
                        field + ".comparator",
                        "The comparator '" + word + "' is unknown; there are " + Comparison.words() + "."));
        var action = Objects.requireNonNullElse(actionsGuarded, Guarded.ACCEPT.word());
        var guarded = Guarded.of(action)
                .orElseThrow(() -> new Unfit(
                        field + ".actionsGuarded",
                        "'" + action
                                + "' is unknown; there are Accept, PreviewAndAccept and DiscoverPreviewAndAccept."));
        var places = localeValues == null
                ? List.<Place>of()
                : localeValues.stream().map(RequirementInput::place).toList();
        var integers = integerValues == null ? List.<Integer>of() : List.copyOf(integerValues);
        return new Requirement(
                        Objects.requireNonNullElse(qualificationTypeId, ""), comparison, integers, places, guarded)
                .checked(field);
    }

    private static Place place(Locale locale) {
        return new Place(Objects.requireNonNullElse(locale.country(), ""), locale.subdivision());
    }
}
