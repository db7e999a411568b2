package io.kempelen.messaging.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A piece of a list and the cursor of the next one; no cursor on the last. */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {

    public static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;

    /** Cuts one more row than asked for, which was read to see whether there is a next page. */
    public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, String> cursor) {
        if (oneMore.size() <= limit) return new Page<>(oneMore, null);
        var items = oneMore.subList(0, limit);
        return new Page<>(items, Cursor.encode(cursor.apply(items.getLast())));
    }

    /** @throws ProblemException 422 unless 1 to 100 */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) return DEFAULT_LIMIT;
        if (asked < 1 || asked > MOST)
            throw Problem.invalid("limit", "limit is " + asked + ", but must be 1 to " + MOST + ".")
                    .exception();
        return asked;
    }

    public <R> Page<R> map(Function<T, R> each) {
        return new Page<>(items.stream().map(each).toList(), nextCursor);
    }
}
