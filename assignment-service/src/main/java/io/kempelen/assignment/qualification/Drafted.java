package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.QualificationTypeController.Draft;
import io.kempelen.assignment.qualification.domain.QualificationType;
import io.kempelen.messaging.web.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a qualification type of what a requester wrote, or says which field is wrong. */
final class Drafted {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 2000;

    private Drafted() {}

    static QualificationType type(Draft draft, String id, String requesterId, Instant now) {
        return new QualificationType(
                id,
                requesterId,
                text("name", draft.name(), LONGEST_NAME, true),
                text("description", draft.description(), LONGEST_TEXT, false),
                text("keywords", draft.keywords(), LONGEST_TEXT, false),
                status(draft.status()),
                autoGrantedValue(draft),
                retryDelay(draft.retryDelaySeconds()),
                now);
    }

    static QualificationType.Status status(@Nullable String status) {
        if (status == null || status.equalsIgnoreCase("ACTIVE")) return QualificationType.Status.ACTIVE;
        if (status.equalsIgnoreCase("INACTIVE")) return QualificationType.Status.INACTIVE;
        throw Problem.invalid("status", "status is \"" + status + "\", but must be ACTIVE or INACTIVE.")
                .exception();
    }

    private static @Nullable Integer autoGrantedValue(Draft draft) {
        var value = draft.autoGrantedValue();
        if (!Boolean.TRUE.equals(draft.autoGranted())) {
            if (value == null) return null;
            throw Problem.invalid("autoGrantedValue", "autoGrantedValue is only for types with autoGranted true.")
                    .exception();
        }
        return value == null ? Integer.valueOf(1) : value;
    }

    private static @Nullable Long retryDelay(@Nullable Long seconds) {
        if (seconds == null || seconds >= 0) return seconds;
        throw Problem.invalid("retryDelaySeconds", "retryDelaySeconds is " + seconds + ", but cannot be negative.")
                .exception();
    }

    private static String text(String field, @Nullable String text, int longest, boolean required) {
        var given = text == null ? "" : text.strip();
        if (required && given.isEmpty())
            throw Problem.invalid(field, field + " must not be empty.").exception();
        if (given.length() > longest) {
            throw Problem.invalid(field, field + " may have at most " + longest + " characters.")
                    .exception();
        }
        return given;
    }
}
