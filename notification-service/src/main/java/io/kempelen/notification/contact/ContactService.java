package io.kempelen.notification.contact;

import io.kempelen.notification.notice.domain.Kind;
import io.kempelen.notification.notice.domain.Mode;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what an account says about reaching it; without an address it is not written to any more. */
@Service
class ContactService {

    private final Contacts contacts;
    private final Preferences preferences;
    private final InstantSource clock;

    ContactService(Contacts contacts, Preferences preferences, InstantSource clock) {
        this.contacts = contacts;
        this.preferences = preferences;
        this.clock = clock;
    }

    @Transactional
    public void put(String accountId, @Nullable String email, Map<Kind, Mode> modes) {
        if (email == null) contacts.deleteById(accountId);
        else contacts.put(accountId, email, clock.instant());
        preferences.put(accountId, modes);
    }
}
