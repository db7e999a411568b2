package io.kempelen.task.task;

import io.kempelen.task.task.domain.ReviewRule;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Review rules as a column of text: they are only ever read and written whole. */
@Component
public class ReviewRules {

    private final JsonMapper json;

    ReviewRules(JsonMapper json) {
        this.json = json;
    }

    public ReviewRule read(String text) {
        return json.readValue(text, ReviewRule.class);
    }

    public String write(ReviewRule rule) {
        return json.writeValueAsString(rule);
    }
}
