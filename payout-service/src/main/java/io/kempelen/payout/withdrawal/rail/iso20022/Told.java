package io.kempelen.payout.withdrawal.rail.iso20022;

import io.kempelen.payout.withdrawal.rail.Answer;
import io.kempelen.payout.withdrawal.rail.News;
import java.util.Optional;

/** A status that a report gives, be it news of ours or not: what is said of strangers shows that a level was not meant as a whole. */
record Told(Answer answer, Optional<News> news) {

    static Told of(News news) {
        return new Told(news.answer(), Optional.of(news));
    }

    static Told nothing(Answer answer) {
        return new Told(answer, Optional.empty());
    }

    boolean isDuplicate() {
        return answer instanceof Answer.Duplicate;
    }

    boolean isOver() {
        return answer instanceof Answer.Refused || isDuplicate();
    }
}
