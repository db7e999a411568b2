package io.kempelen.payout.withdrawal.rail.iso20022;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An operator's account pays more than workers: only what bears an id like ours is about a run or a payout. */
final class OwnId {

    private static final Pattern OURS = Pattern.compile("[0-9A-Z]{30}");

    private OwnId() {}

    static boolean matches(@Nullable String id) {
        return id != null && OURS.matcher(id).matches();
    }
}
