package io.kempelen.review.intake;

import io.kempelen.events.GuardedActions;
import io.kempelen.events.QualificationRequirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Qualification requirements in MTurk's spelling, defaults written out as MTurk does. */
final class RequirementsStreams {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern UNDERSCORE = Pattern.compile("_");

    private RequirementsStreams() {}

    static String json(List<QualificationRequirement> requirements) {
        return JSON.writeValueAsString(
                requirements.stream().map(RequirementsStreams::spell).toList());
    }

    private static Map<String, Object> spell(QualificationRequirement requirement) {
        var spelled = new LinkedHashMap<String, Object>();
        spelled.put("QualificationTypeId", requirement.getQualificationTypeId());
        spelled.put("Comparator", camel(requirement.getComparator().name()));
        if (!requirement.getIntegerValues().isEmpty()) spelled.put("IntegerValues", requirement.getIntegerValues());
        if (!requirement.getLocaleValues().isEmpty()) {
            spelled.put(
                    "LocaleValues",
                    requirement.getLocaleValues().stream()
                            .map(RequirementsStreams::locale)
                            .toList());
        }
        spelled.put("RequiredToPreview", requirement.getActionsGuarded() != GuardedActions.ACCEPT);
        spelled.put("ActionsGuarded", camel(requirement.getActionsGuarded().name()));
        return spelled;
    }

    private static Map<String, String> locale(io.kempelen.events.Locale locale) {
        var spelled = new LinkedHashMap<String, String>();
        spelled.put("Country", locale.getCountry());
        if (locale.getSubdivision() != null) spelled.put("Subdivision", locale.getSubdivision());
        return spelled;
    }

    private static String camel(String name) {
        return UNDERSCORE
                .splitAsStream(name)
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining());
    }
}
