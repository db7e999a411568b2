package io.kempelen.task.tasktype.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What makes a task type the one it is: two requests that say the same get the same type. */
public record TaskProperties(
        String title,
        String description,
        String keywords,
        long reward,
        String currency,
        long assignmentDurationSeconds,
        long autoApprovalDelaySeconds,
        List<Requirement> requirements) {

    public static final int TITLE = 128;
    public static final int DESCRIPTION = 2000;
    public static final int KEYWORDS = 1000;
    public static final long SHORTEST = 30;
    public static final long LONGEST = 31_536_000;
    public static final long LONGEST_APPROVAL = 2_592_000;
    public static final int REQUIREMENTS = 10;

    /** Says which value cannot be taken, by its name in the native API. */
    public TaskProperties checked() {
        text("title", title, TITLE);
        text("description", description, DESCRIPTION);
        if (keywords.indexOf('\0') >= 0)
            throw new Unfit("keywords", "The field keywords must not contain the character NUL.");
        if (keywords.length() > KEYWORDS) throw tooLong("keywords", KEYWORDS);
        if (reward < 0) throw new Unfit("reward", "The reward must not be negative.");
        within("assignmentDurationSeconds", assignmentDurationSeconds, SHORTEST, LONGEST);
        within("autoApprovalDelaySeconds", autoApprovalDelaySeconds, 0, LONGEST_APPROVAL);
        if (requirements.size() > REQUIREMENTS) throw new Unfit("requirements", "A task has at most 10 requirements.");
        for (int i = 0; i < requirements.size(); i++) requirements.get(i).checked("requirements[" + i + "]");
        return this;
    }

    public static void text(String field, String value, int longest) {
        if (value.indexOf('\0') >= 0)
            throw new Unfit(field, "The field " + field + " must not contain the character NUL.");
        if (value.isBlank()) throw new Unfit(field, "The field " + field + " is required.");
        if (value.length() > longest) throw tooLong(field, longest);
    }

    public static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new Unfit(
                    field, "The field " + field + " is " + value + "; it must be from " + least + " to " + most + ".");
        }
    }

    private static Unfit tooLong(String field, int longest) {
        return new Unfit(field, "The field " + field + " may have at most " + longest + " characters.");
    }

    /** The same for equal properties; each part is preceded by its length, so that none runs into the next. */
    public String digest() {
        var text = new StringBuilder();
        for (var part : List.<Object>of(
                title,
                description,
                keywords,
                reward,
                currency,
                assignmentDurationSeconds,
                autoApprovalDelaySeconds,
                requirements)) {
            var value = part.toString();
            text.append(value.length()).append(':').append(value);
        }
        try {
            var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
