package io.kempelen.review.verdict;

import io.kempelen.messaging.web.Problem;
import org.jspecify.annotations.Nullable;

/** Words for the worker: not too many, and of characters that can be kept. */
final class Feedback {

    static final int LONGEST = 1024;

    private Feedback() {}

    static @Nullable String checked(@Nullable String words) {
        if (words == null) return null;
        if (words.length() > LONGEST) {
            throw Problem.invalid(
                            "feedback", "feedback has " + words.length() + " characters, but may have " + LONGEST + ".")
                    .with("limit", LONGEST)
                    .exception();
        }
        return words.replace('\0', ' ');
    }

    static String required(@Nullable String words) {
        var checked = checked(words);
        if (checked != null && !checked.isBlank()) return checked;
        throw Problem.invalid("feedback", "feedback is missing: a rejection tells its worker why.")
                .exception();
    }
}
