package io.kempelen.notification.notice;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What qualifications are called; one whose name is not known yet goes by its id. */
@Component
public class QualificationNames {

    private final JdbcTemplate jdbc;

    QualificationNames(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void learn(String qualificationTypeId, String name) {
        jdbc.update(
                "INSERT INTO qualification_name (qualification_type_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
                qualificationTypeId,
                name);
    }

    public String of(String qualificationTypeId) {
        return jdbc
                .queryForList(
                        "SELECT name FROM qualification_name WHERE qualification_type_id = ?",
                        String.class,
                        qualificationTypeId)
                .stream()
                .findFirst()
                .orElse(qualificationTypeId);
    }
}
