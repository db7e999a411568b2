package io.kempelen.task.project;

import io.kempelen.task.project.domain.Decomposition;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Decompositions as a column of text: they are only ever read and written whole. */
@Component
public class Decompositions {

    private final JsonMapper json;

    Decompositions(JsonMapper json) {
        this.json = json;
    }

    public Decomposition read(String text) {
        return json.readValue(text, Decomposition.class);
    }

    String write(Decomposition decomposition) {
        return json.writeValueAsString(decomposition);
    }
}
