package io.kempelen.task.mturk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.kempelen.messaging.mturk.MturkError;
import io.kempelen.messaging.mturk.MturkInput;
import io.kempelen.task.tasktype.domain.Comparison;
import io.kempelen.task.tasktype.domain.Guarded;
import io.kempelen.task.tasktype.domain.Place;
import io.kempelen.task.tasktype.domain.Requirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A requirement in MTurk's shape; its defaults are always said, as MTurk does. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HitRequirement(
        @JsonProperty("QualificationTypeId") String qualificationTypeId,
        @JsonProperty("Comparator") String comparator,
        @JsonProperty("IntegerValues") @Nullable List<Integer> integerValues,
        @JsonProperty("LocaleValues") @Nullable List<HitLocale> localeValues,
        @JsonProperty("RequiredToPreview") boolean requiredToPreview,
        @JsonProperty("ActionsGuarded") String actionsGuarded) {

    private static final int MOST_VALUES = 100;
    private static final int LONGEST = 64;

    /** A place in MTurk's shape. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HitLocale(
            @JsonProperty("Country") String country,
            @JsonProperty("Subdivision") @Nullable String subdivision) {}

    static HitRequirement of(Requirement requirement) {
        return new HitRequirement(
                requirement.qualificationTypeId(),
                requirement.comparison().word(),
                requirement.integers().isEmpty() ? null : requirement.integers(),
                requirement.places().isEmpty()
                        ? null
                        : requirement.places().stream()
                                .map(place -> new HitLocale(place.country(), place.subdivision()))
                                .toList(),
                false,
                requirement.guarded().word());
    }

    static Requirement read(MturkInput input) {
        var comparator = input.required("Comparator", input.text("Comparator", LONGEST));
        return new Requirement(
                        input.required("QualificationTypeId", input.text("QualificationTypeId", LONGEST)),
                        Comparison.of(comparator).orElseThrow(() -> unknown("Comparator", comparator)),
                        input.numbers("IntegerValues", MOST_VALUES),
                        input.list("LocaleValues", MOST_VALUES, HitRequirement::place),
                        guarded(input))
                .checked("QualificationRequirements");
    }

    private static Guarded guarded(MturkInput input) {
        var preview = input.flag("RequiredToPreview", false);
        var actions = input.text("ActionsGuarded", LONGEST);
        if (actions.isEmpty()) return preview ? Guarded.PREVIEW_AND_ACCEPT : Guarded.ACCEPT;
        if (input.has("RequiredToPreview") && preview) {
            throw MturkError.combination(
                    "The combination of parameters supplied to the request is invalid: ActionsGuarded, RequiredToPreview.");
        }
        return Guarded.of(actions.get()).orElseThrow(() -> unknown("ActionsGuarded", actions.get()));
    }

    private static Place place(MturkInput input) {
        return new Place(
                input.required("Country", input.text("Country", 2)),
                input.text("Subdivision", 3).orElse(null));
    }

    private static MturkError unknown(String name, String value) {
        return MturkError.parameter("The value \"" + value + "\" is not valid for the parameter " + name + ".");
    }
}
