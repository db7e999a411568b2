package io.kempelen.messaging.inbox;

import org.springframework.context.ApplicationContext;

/** Does at once what the inbox does every minute. */
public final class Forget {

    private Forget() {}

    public static void now(ApplicationContext context) {
        context.getBean(InboxConfiguration.Forgetting.class).forget();
    }
}
