package io.kempelen.task.tasktype;

import io.kempelen.task.tasktype.domain.Requirement;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requirements as a column of text: they are only ever read and written whole. */
@Component
public class Requirements {

    private static final TypeReference<List<Requirement>> LIST = new TypeReference<>() {};

    private final JsonMapper json;

    Requirements(JsonMapper json) {
        this.json = json;
    }

    public List<Requirement> read(String text) {
        return json.readValue(text, LIST);
    }

    public String write(List<Requirement> requirements) {
        return json.writeValueAsString(requirements);
    }
}
