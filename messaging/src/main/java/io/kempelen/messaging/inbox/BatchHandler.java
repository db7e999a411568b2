package io.kempelen.messaging.inbox;

import java.util.List;

/** What a service does with events. Runs inside the batch's transaction; an exception that is no outage marks a poisonous record. */
@FunctionalInterface
public interface BatchHandler {

    void handle(List<Received> events);
}
