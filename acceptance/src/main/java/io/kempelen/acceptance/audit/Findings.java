package io.kempelen.acceptance.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the auditor has to say; empty is good. */
public final class Findings {

    private static final int SHOWN_PER_RULE = 10;

    /** One thing that is not as it should be. */
    public record Finding(String rule, String subject, String words) {

        @Override
        public String toString() {
            return rule + ": " + subject + ": " + words;
        }
    }

    private final List<Finding> all = new ArrayList<>();

    void add(String rule, String subject, String words) {
        all.add(new Finding(rule, subject, words));
    }

    /** Two sources must say the same. */
    void same(String rule, String subject, String what, @Nullable Object fromEvents, @Nullable Object fromDatabase) {
        if (!Objects.equals(fromEvents, fromDatabase))
            add(rule, subject, what + " is " + fromEvents + " by the events, " + fromDatabase + " in the database");
    }

    public List<Finding> all() {
        return List.copyOf(all);
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** The findings of one rule. */
    public List<Finding> of(String rule) {
        return all.stream().filter(finding -> finding.rule().equals(rule)).toList();
    }

    @Override
    public String toString() {
        Map<String, List<Finding>> byRule =
                all.stream().collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.toList()));
        var text = new StringBuilder();
        byRule.forEach((rule, findings) -> {
            findings.stream()
                    .limit(SHOWN_PER_RULE)
                    .forEach(finding -> text.append("  FOUND ").append(finding).append('\n'));
            if (findings.size() > SHOWN_PER_RULE)
                text.append("  FOUND ")
                        .append(rule)
                        .append(": and ")
                        .append(findings.size() - SHOWN_PER_RULE)
                        .append(" more\n");
        });
        return text.toString();
    }
}
