package io.kempelen.acceptance.audit;

/** Money set aside under one id, by the events. */
final class HoldStory {

    final String id;
    final String requesterId;
    long held;
    long captured;
    long released;

    HoldStory(String id, String requesterId) {
        this.id = id;
        this.requesterId = requesterId;
    }

    long open() {
        return held - captured - released;
    }
}
