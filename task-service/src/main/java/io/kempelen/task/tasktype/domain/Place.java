package io.kempelen.task.tasktype.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A country, or a part of one, that a worker's is compared with. */
public record Place(String country, @Nullable String subdivision) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z0-9]{1,3}");

    boolean wellFormed() {
        return COUNTRY.matcher(country).matches()
                && (subdivision == null || SUBDIVISION.matcher(subdivision).matches());
    }
}
