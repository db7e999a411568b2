package io.kempelen.task.task;

import io.kempelen.task.question.domain.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The values a task shows its workers: rows of cells, and the names of their columns. */
@Repository
public class TaskInputs {

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    TaskInputs(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps a list of column names and returns its id. */
    public String keepColumns(List<String> names) {
        var text = json.writeValueAsString(names);
        var id = Question.sha256(text);
        jdbc.update("INSERT INTO input_columns (columns_id, names) VALUES (?, ?) ON CONFLICT DO NOTHING", id, text);
        return id;
    }

    public List<String> columns(String columnsId) {
        var found = jdbc.queryForList("SELECT names FROM input_columns WHERE columns_id = ?", String.class, columnsId);
        return found.isEmpty() ? List.of() : json.readValue(found.getFirst(), STRINGS);
    }

    void keepOne(String taskId, List<String> cells) {
        jdbc.update(
                "INSERT INTO input_row (task_id, position, places, cells) VALUES (?, 0, 1, ?)",
                taskId,
                json.writeValueAsString(cells));
    }

    void drop(String taskId) {
        jdbc.update("DELETE FROM input_row WHERE task_id = ?", taskId);
    }

    public List<List<String>> rows(String taskId) {
        return rows(List.of(taskId)).getOrDefault(taskId, List.of());
    }

    /** The rows of several tasks, in order. */
    public Map<String, List<List<String>>> rows(Collection<String> taskIds) {
        var rows = new TreeMap<String, List<List<String>>>();
        jdbc.query(
                "SELECT task_id, cells FROM input_row WHERE task_id = ANY (?) ORDER BY task_id, position",
                found -> {
                    rows.computeIfAbsent(found.getString(1), id -> new java.util.ArrayList<>())
                            .add(json.readValue(found.getString(2), STRINGS));
                },
                (Object) taskIds.toArray(String[]::new));
        return rows;
    }
}
