package io.kempelen.assignment.task;

import io.kempelen.assignment.task.domain.Listing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All listings, each once: the ten thousand tasks of a batch share one. */
@Repository
class Listings {

    private static final String INSERT = """
            INSERT INTO listing (listing_id, title, description, keywords, words) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (listing_id) DO NOTHING""";

    private final JdbcTemplate jdbc;

    Listings(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    static String idOf(Listing listing) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = String.join("\0", listing.title(), listing.description(), listing.keywords());
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** In the order of ids, so that two replicas that learn the same words do not wait for each other in a ring. */
    void saveAll(Set<Listing> listings) {
        var rows = listings.stream()
                .map(words ->
                        new Object[] {idOf(words), words.title(), words.description(), words.keywords(), words.words()})
                .sorted(Comparator.comparing(row -> (String) row[0]))
                .toList();
        jdbc.batchUpdate(INSERT, rows);
    }
}
