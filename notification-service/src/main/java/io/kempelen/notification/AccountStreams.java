package io.kempelen.notification;

import io.kempelen.events.AccountOpened;
import io.kempelen.events.AccountReinstated;
import io.kempelen.events.AccountSuspended;
import io.kempelen.messaging.inbox.Received;
import io.kempelen.notification.notice.domain.Draft;
import io.kempelen.notification.notice.domain.Kind;
import java.util.stream.Stream;

/** What accounts are told about themselves. */
final class AccountStreams {

    private AccountStreams() {}

    static Stream<Draft> drafts(Received received) {
        var about = received.event().getSchema().getFullName();
        return switch (received.event()) {
            case AccountOpened opened ->
                Stream.of(Draft.of(
                        opened.getAccountId(),
                        Kind.WELCOME,
                        opened.getAccountId(),
                        about,
                        "Welcome to Kempelen. Your account is " + opened.getAccountId() + ".",
                        "Give an address under /v1/account/contact to hear of what matters by mail."));
            case AccountSuspended suspended ->
                Stream.of(Draft.of(
                        suspended.getAccountId(),
                        Kind.ACCOUNT_SUSPENDED,
                        suspended.getSuspendedAt().toString(),
                        about,
                        "Your account is suspended.",
                        "Ask the operator of this platform why. Money you have earned stays yours."));
            case AccountReinstated reinstated ->
                Stream.of(Draft.of(
                        reinstated.getAccountId(),
                        Kind.ACCOUNT_REINSTATED,
                        reinstated.getReinstatedAt().toString(),
                        about,
                        "Your account is open again.",
                        null));
            default -> Stream.empty();
        };
    }
}
