package io.kempelen.local.platform;

import java.util.Locale;

/** Whether money is play money. */
public enum Profile {
    SANDBOX,
    PROD;

    /** As Spring spells it. */
    public String spring() {
        return name().toLowerCase(Locale.ROOT);
    }
}
