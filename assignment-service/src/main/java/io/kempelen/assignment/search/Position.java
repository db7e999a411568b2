package io.kempelen.assignment.search;

import io.kempelen.messaging.web.Cursor;
import io.kempelen.messaging.web.Problem;
import org.jspecify.annotations.Nullable;

/** How far a list was read: behind this task, which had this reward. */
record Position(long rewardMinor, String taskId) {

    private static final String LAST = "~"; // greater than every id

    static Position start(Sort sort) {
        return switch (sort) {
            case NEWEST, REWARD -> new Position(Long.MAX_VALUE, LAST);
            case OLDEST -> new Position(0, "");
        };
    }

    static Position of(@Nullable String cursor, Sort sort) {
        var text = Cursor.decode(cursor);
        if (text == null) return start(sort);
        var space = text.indexOf(' ');
        try {
            return new Position(Long.parseLong(text.substring(0, Math.max(space, 0))), text.substring(space + 1));
        } catch (NumberFormatException foreign) {
            throw Problem.invalid("cursor", "This cursor was not given by this list. Start again without one.")
                    .exception();
        }
    }

    String cursor() {
        return Cursor.encode(rewardMinor + " " + taskId);
    }

    Object[] parameters(Sort sort) {
        return switch (sort) {
            case NEWEST, OLDEST -> new Object[] {taskId};
            case REWARD -> new Object[] {rewardMinor, taskId};
        };
    }
}
