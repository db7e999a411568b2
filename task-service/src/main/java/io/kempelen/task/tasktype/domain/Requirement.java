package io.kempelen.task.tasktype.domain;

import java.util.List;

/** One condition on the workers of a task. */
public record Requirement(
        String qualificationTypeId,
        Comparison comparison,
        List<Integer> integers,
        List<Place> places,
        Guarded guarded) {

    private static final int MOST_INTEGERS = 15;
    private static final int MOST_PLACES = 30;

    /** Says what is wrong under the name the caller gave the requirement. */
    public Requirement checked(String field) {
        if (qualificationTypeId.isBlank())
            throw new Unfit(field + ".qualificationTypeId", "A requirement names a qualification type.");
        if (comparison.takesNoValue()) return withoutValues(field);
        if (integers.isEmpty() == places.isEmpty()) {
            throw new Unfit(
                    field, comparison.word() + " compares with integerValues or with localeValues, one of them.");
        }
        return integers.isEmpty() ? withPlaces(field) : withIntegers(field);
    }

    private Requirement withoutValues(String field) {
        if (!integers.isEmpty()) throw new Unfit(field + ".integerValues", comparison.word() + " takes no values.");
        if (!places.isEmpty()) throw new Unfit(field + ".localeValues", comparison.word() + " takes no values.");
        return this;
    }

    private Requirement withIntegers(String field) {
        int most = comparison.takesMany() ? MOST_INTEGERS : 1;
        if (integers.size() > most)
            throw new Unfit(field + ".integerValues", comparison.word() + " takes at most " + most + " values.");
        return this;
    }

    private Requirement withPlaces(String field) {
        var name = field + ".localeValues";
        if (!comparison.takesLocales())
            throw new Unfit(name, "Places are compared with EqualTo, NotEqualTo, In or NotIn.");
        int most = comparison.takesMany() ? MOST_PLACES : 1;
        if (places.size() > most) throw new Unfit(name, comparison.word() + " takes at most " + most + " values.");
        if (!places.stream().allMatch(Place::wellFormed))
            throw new Unfit(name, "A place is an ISO 3166 country and, if wanted, its subdivision.");
        return this;
    }
}
