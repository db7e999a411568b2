package io.kempelen.task.task;

import io.kempelen.task.task.domain.ReviewRule;
import io.kempelen.task.tasktype.domain.Unfit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A review rule as the native API takes and gives it; without one the requester decides and rejected answers are replaced. */
public record ReviewInput(
        @Nullable String policy,
        @Nullable List<String> fields,
        @Nullable String dissent,
        @Nullable Boolean replaceRejected) {

    public static ReviewRule rule(@Nullable ReviewInput input) {
        return input == null
                ? new ReviewRule(ReviewRule.Policy.REQUESTER, List.of(), ReviewRule.Dissent.WAIT, true)
                : input.rule();
    }

    public static ReviewInput of(ReviewRule rule) {
        return new ReviewInput(
                rule.policy().name().toLowerCase(Locale.ROOT),
                rule.fields(),
                rule.dissent().name().toLowerCase(Locale.ROOT),
                rule.replaceRejected());
    }

    private ReviewRule rule() {
        return new ReviewRule(
                word(ReviewRule.Policy.class, "review.policy", policy, ReviewRule.Policy.REQUESTER),
                fields == null ? List.of() : List.copyOf(fields),
                word(ReviewRule.Dissent.class, "review.dissent", dissent, ReviewRule.Dissent.WAIT),
                replaceRejected == null || replaceRejected);
    }

    private static <E extends Enum<E>> E word(Class<E> words, String field, @Nullable String word, E usual) {
        if (word == null) return usual;
        for (var one : words.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(word)) return one;
        }
        var known = List.of(words.getEnumConstants()).toString().toLowerCase(Locale.ROOT);
        throw new Unfit(field, "The field " + field + " is '" + word + "'; it must be one of " + known + ".");
    }
}
