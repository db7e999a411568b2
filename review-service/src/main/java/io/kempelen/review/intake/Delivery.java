package io.kempelen.review.intake;

import io.kempelen.review.answer.domain.Answer;
import io.kempelen.review.task.Working;
import java.util.ArrayList;
import java.util.List;

/** What a batch of events says, sorted by what is to be done: the parts of a delivery do not depend on each other's order. */
final class Delivery {

    final List<Publication> published = new ArrayList<>();
    final List<PlaceChange> places = new ArrayList<>();
    final List<Expiration> expirations = new ArrayList<>();
    final List<Answer> submitted = new ArrayList<>();
    final List<Working> accepted = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
}
