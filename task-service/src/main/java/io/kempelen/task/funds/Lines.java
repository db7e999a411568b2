package io.kempelen.task.funds;

import io.kempelen.task.funds.domain.Line;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The lines of a question as a column of text: they are only ever read and written whole. */
@Component
public class Lines {

    private static final TypeReference<List<Line>> LIST = new TypeReference<>() {};

    private final JsonMapper json;

    Lines(JsonMapper json) {
        this.json = json;
    }

    public List<Line> read(String text) {
        return json.readValue(text, LIST);
    }

    public String write(List<Line> lines) {
        return json.writeValueAsString(lines);
    }
}
