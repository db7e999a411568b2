package io.kempelen.assignment.qualification.domain;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One condition of a task on its workers. Without a value to compare, only "does not exist" is met. */
public record Requirement(
        String qualificationTypeId,
        Comparison comparison,
        List<Integer> integerValues,
        List<Region> localeValues,
        Guard guard) {

    public boolean isMetBy(Standing standing) {
        return qualificationTypeId.equals(SystemType.LOCALE.id())
                ? admits(standing.region())
                : admits(standing.value(qualificationTypeId));
    }

    private boolean admits(@Nullable Integer value) {
        if (value == null) return comparison == Comparison.DOES_NOT_EXIST;
        int own = value;
        return switch (comparison) {
            case LESS_THAN -> one(wanted -> own < wanted);
            case LESS_THAN_OR_EQUAL_TO -> one(wanted -> own <= wanted);
            case GREATER_THAN -> one(wanted -> own > wanted);
            case GREATER_THAN_OR_EQUAL_TO -> one(wanted -> own >= wanted);
            case EQUAL_TO, IN -> integerValues.contains(own);
            case NOT_EQUAL_TO, NOT_IN -> !integerValues.isEmpty() && !integerValues.contains(own);
            case EXISTS -> true;
            case DOES_NOT_EXIST, OTHER -> false;
        };
    }

    private boolean admits(@Nullable Region region) {
        if (region == null) return comparison == Comparison.DOES_NOT_EXIST;
        Predicate<Region> includesIt = wanted -> wanted.includes(region);
        return switch (comparison) {
            case EQUAL_TO, IN -> localeValues.stream().anyMatch(includesIt);
            case NOT_EQUAL_TO, NOT_IN ->
                !localeValues.isEmpty() && localeValues.stream().noneMatch(includesIt);
            case EXISTS -> true;
            case DOES_NOT_EXIST, OTHER, LESS_THAN, LESS_THAN_OR_EQUAL_TO, GREATER_THAN, GREATER_THAN_OR_EQUAL_TO ->
                false;
        };
    }

    private boolean one(IntPredicate comparesWell) {
        return integerValues.size() == 1 && comparesWell.test(integerValues.getFirst());
    }
}
