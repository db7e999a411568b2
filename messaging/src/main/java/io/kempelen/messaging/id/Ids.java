package io.kempelen.messaging.id;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** Makes ids that grow with time (UUID version 7), so that indexes grow at their end. */
public final class Ids {

    public UUID uuid() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** A new id in its public spelling: {@code 3} and 29 of {@code [0-9A-Z]}. */
    public String next() {
        return PublicId.spell(uuid());
    }
}
