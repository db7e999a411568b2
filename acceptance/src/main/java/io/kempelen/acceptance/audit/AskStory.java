package io.kempelen.acceptance.audit;

/** A question for money, by the events of both who asked and who answered. */
final class AskStory {

    final String id;
    String fundsId = "";
    int asked;
    int held;
    int declined;
    int withdrawn;

    AskStory(String id) {
        this.id = id;
    }
}
