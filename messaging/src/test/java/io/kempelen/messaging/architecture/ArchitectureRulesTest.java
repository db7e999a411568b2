package io.kempelen.messaging.architecture;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule about a package that does not exist passes silently; each of ours is shown a violation here. */
class ArchitectureRulesTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("io.kempelen.messaging.planted");

    static ArchRule[] rules() {
        return new ArchRule[] {
            ArchitectureRules.DOMAIN_IS_PURE,
            ArchitectureRules.DOMAIN_HAS_NO_CLOCK,
            ArchitectureRules.EVENTS_STAY_AT_THE_EDGE,
            ArchitectureRules.ONLY_THE_RELAY_SENDS,
            ArchitectureRules.ONLY_THE_DOMAIN_IS_PUBLIC
        };
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsThePlantedViolation(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED)).isInstanceOf(AssertionError.class);
    }
}
