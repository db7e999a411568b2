package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.domain.Requirement;
import io.kempelen.assignment.qualification.domain.Requirements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All distinct sets of requirements. A set never changes, so what was read once is remembered. */
@Repository
public class RequirementSets {

    private static final int MOST_REMEMBERED = 10_000;
    private static final TypeReference<List<Requirement>> SPEC = new TypeReference<>() {};
    private static final String INSERT = """
            INSERT INTO requirement_set (requirement_set_id, spec, granted_types) VALUES (?, ?, ?)
            ON CONFLICT (requirement_set_id) DO NOTHING""";
    private static final String SELECT = "SELECT spec FROM requirement_set WHERE requirement_set_id = ?";

    private final JdbcTemplate jdbc;
    private final JsonMapper json = JsonMapper.shared();
    private final Map<String, Requirements> byId = new ConcurrentHashMap<>();
    private final Map<Requirements, String> ids = new ConcurrentHashMap<>();

    RequirementSets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public String idOf(Requirements requirements) {
        if (ids.size() > MOST_REMEMBERED) ids.clear();
        return ids.computeIfAbsent(requirements, set -> sha256(spec(set)));
    }

    /** In the order of ids, so that two replicas that learn the same sets do not wait for each other in a ring. */
    public void saveAll(Set<Requirements> sets) {
        jdbc.batchUpdate(
                INSERT,
                sets.stream()
                        .map(set -> new Object[] {
                            idOf(set), spec(set), set.grantedTypes().toArray(String[]::new)
                        })
                        .sorted(Comparator.comparing(row -> (String) row[0]))
                        .toList());
    }

    public Requirements byId(String id) {
        if (byId.size() > MOST_REMEMBERED) byId.clear();
        return byId.computeIfAbsent(id, this::read);
    }

    private Requirements read(String id) {
        var spec = jdbc.queryForObject(SELECT, String.class, id);
        if (spec == null) throw new IllegalStateException("No requirement set " + id);
        return new Requirements(json.readValue(spec, SPEC));
    }

    private String spec(Requirements requirements) {
        return json.writeValueAsString(requirements.all());
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
