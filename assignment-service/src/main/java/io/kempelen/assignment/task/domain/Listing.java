package io.kempelen.assignment.task.domain;

import java.util.Locale;

/** The words by which workers find a task and know what it is. */
public record Listing(String title, String description, String keywords) {

    /** Lower case, one text: what a search looks at. */
    public String words() {
        return String.join("\n", title, keywords, description).toLowerCase(Locale.ROOT);
    }
}
