package io.kempelen.notification.contact;

import io.kempelen.notification.notice.domain.Kind;
import io.kempelen.notification.notice.domain.Mode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How accounts want their notices mailed, as far as they said so. */
@Component
public class Preferences {

    private final JdbcTemplate jdbc;

    Preferences(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The mode of every kind, for those of the accounts that gave an address. */
    public Map<String, Map<Kind, Mode>> ofReachable(Collection<String> accountIds) {
        var modes = new HashMap<String, Map<Kind, Mode>>();
        jdbc.query(
                """
                SELECT c.account_id, p.kind, p.mode FROM contact c LEFT JOIN preference p ON p.account_id = c.account_id
                WHERE c.account_id = ANY (?)""",
                row -> {
                    var own = modes.computeIfAbsent(row.getString(1), account -> usual());
                    var kind = row.getString(2);
                    if (kind != null) own.put(Kind.valueOf(kind), Mode.valueOf(row.getString(3)));
                },
                (Object) accountIds.toArray(String[]::new));
        return modes;
    }

    /** The mode of every kind for one account. */
    public Map<Kind, Mode> of(String accountId) {
        var modes = usual();
        jdbc.query(
                "SELECT kind, mode FROM preference WHERE account_id = ?",
                row -> {
                    modes.put(Kind.valueOf(row.getString(1)), Mode.valueOf(row.getString(2)));
                },
                accountId);
        return modes;
    }

    void put(String accountId, Map<Kind, Mode> modes) {
        modes.forEach((kind, mode) -> jdbc.update("""
                INSERT INTO preference (account_id, kind, mode) VALUES (?, ?, ?)
                ON CONFLICT (account_id, kind) DO UPDATE SET mode = excluded.mode""", accountId, kind.name(), mode.name()));
    }

    private static Map<Kind, Mode> usual() {
        var modes = new EnumMap<Kind, Mode>(Kind.class);
        for (var kind : Kind.values()) modes.put(kind, kind.usual());
        return modes;
    }
}
