package io.kempelen.assignment.qualification;

import io.kempelen.assignment.qualification.domain.Comparison;
import io.kempelen.assignment.qualification.domain.Guard;
import io.kempelen.assignment.qualification.domain.Region;
import io.kempelen.assignment.qualification.domain.Requirement;
import java.util.List;

/** A requirement as requesters write it and workers read it: in MTurk's spelling. */
public record RequirementView(
        String qualificationTypeId,
        String comparator,
        List<Integer> integerValues,
        List<Region> localeValues,
        String actionsGuarded) {

    public static RequirementView of(Requirement requirement) {
        return new RequirementView(
                requirement.qualificationTypeId(),
                spelled(requirement.comparison()),
                requirement.integerValues(),
                requirement.localeValues(),
                spelled(requirement.guard()));
    }

    private static String spelled(Comparison comparison) {
        return switch (comparison) {
            case OTHER -> "Other";
            case LESS_THAN -> "LessThan";
            case LESS_THAN_OR_EQUAL_TO -> "LessThanOrEqualTo";
            case GREATER_THAN -> "GreaterThan";
            case GREATER_THAN_OR_EQUAL_TO -> "GreaterThanOrEqualTo";
            case EQUAL_TO -> "EqualTo";
            case NOT_EQUAL_TO -> "NotEqualTo";
            case EXISTS -> "Exists";
            case DOES_NOT_EXIST -> "DoesNotExist";
            case IN -> "In";
            case NOT_IN -> "NotIn";
        };
    }

    private static String spelled(Guard guard) {
        return switch (guard) {
            case ACCEPT -> "Accept";
            case PREVIEW_AND_ACCEPT -> "PreviewAndAccept";
            case DISCOVER_PREVIEW_AND_ACCEPT -> "DiscoverPreviewAndAccept";
        };
    }
}
