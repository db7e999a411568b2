package io.kempelen.assignment.qualification.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A country, or one part of it: ISO 3166-1 alpha-2 and the ISO 3166-2 subdivision without the country. */
public record Region(String country, @Nullable String subdivision) {

    public Region {
        country = country.toUpperCase(Locale.ROOT);
        subdivision = subdivision == null ? null : subdivision.toUpperCase(Locale.ROOT);
    }

    /** Whether the other lies in this one: US includes US-CA, US-CA does not include US. */
    public boolean includes(Region other) {
        return country.equals(other.country) && (subdivision == null || subdivision.equals(other.subdivision));
    }
}
