package io.kempelen.messaging.inbox;

import io.kempelen.messaging.wait.Hurry;
import java.time.Duration;
import java.util.Set;

/**
 * How long a topic's events gather after a batch, because a batch costs much the same whatever it holds. The first event
 * after a quiet moment is taken at once; while a request waits here for an event, none gathers for longer than the urgent.
 *
 * @param urgent names of the topics on the way from an answer to its pay, or to a requester who waits in another service
 */
record Gathering(Hurry hurry, Duration brief, Duration usual, Set<String> urgent) {

    void after(String topic) {
        hurry.pause(brief, urgent.contains(topic) ? brief : usual);
    }
}
