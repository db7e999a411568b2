package io.kempelen.notification.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.kempelen.messaging.web.Caller;
import io.kempelen.messaging.web.Problem;
import io.kempelen.notification.contact.domain.Contact;
import io.kempelen.notification.notice.domain.Kind;
import io.kempelen.notification.notice.domain.Mode;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where an account says whether, where and how it wants to be written to. */
@RestController
class ContactController {

    private static final int LONGEST_ADDRESS = 254;

    private final ContactService service;
    private final Contacts contacts;
    private final Preferences preferences;

    ContactController(ContactService service, Contacts contacts, Preferences preferences) {
        this.service = service;
        this.contacts = contacts;
        this.preferences = preferences;
    }

    /** Without an address: no mail. Kinds left out stay as they are. */
    record ContactRequest(@Nullable String email, @Nullable Map<String, String> preferences) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(@Nullable String email, Map<Kind, Mode> preferences) {}

    @GetMapping("/v1/account/contact")
    ContactView get(Caller caller) {
        wholeAccount(caller);
        var email = contacts.findById(caller.accountId()).map(Contact::email).orElse(null);
        return new ContactView(email, preferences.of(caller.accountId()));
    }

    @PutMapping("/v1/account/contact")
    ContactView put(Caller caller, @RequestBody ContactRequest request) {
        wholeAccount(caller);
        var email = request.email() == null || request.email().isBlank()
                ? null
                : address(request.email().strip());
        service.put(caller.accountId(), email, modes(request.preferences()));
        return get(caller);
    }

    private static String address(String text) {
        try {
            var address = new InternetAddress(text, true);
            var plain = address.getAddress();
            var strange = text.chars().anyMatch(Character::isISOControl) || !text.equals(plain);
            if (!strange && plain.contains("@") && plain.length() <= LONGEST_ADDRESS) return plain;
        } catch (AddressException malformed) {
            // falls through to the same refusal
        }
        throw Problem.invalid(
                        "email",
                        "email must be one plain address like name@example.org, of at most " + LONGEST_ADDRESS
                                + " characters.")
                .exception();
    }

    private static Map<Kind, Mode> modes(@Nullable Map<String, String> asked) {
        var modes = new EnumMap<Kind, Mode>(Kind.class);
        if (asked != null) asked.forEach((kind, mode) -> modes.put(one(Kind.class, kind), one(Mode.class, mode)));
        return modes;
    }

    private static <E extends Enum<E>> E one(Class<E> type, @Nullable String name) {
        try {
            if (name != null) return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            // falls through to the same refusal
        }
        throw Problem.invalid(
                        "preferences",
                        "preferences has \"" + name + "\", but must be one of "
                                + Arrays.toString(type.getEnumConstants()) + ".")
                .exception();
    }

    /** A task frame acts for its worker on one assignment, and never learns an address. */
    private static void wholeAccount(Caller caller) {
        if (caller.assignmentId() != null)
            throw Problem.notFound("contact", caller.accountId()).exception();
    }
}
