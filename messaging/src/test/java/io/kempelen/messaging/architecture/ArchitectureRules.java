package io.kempelen.messaging.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The rules every service keeps. A service includes them with a subclass in its root package; the subclass's package is what is checked. */
public abstract class ArchitectureRules {

    /** Micronaut generates classes beside the repositories and entities; they are not ours to judge. */
    private static final DescribedPredicate<JavaClass> OURS = DescribedPredicate.describe(
            "not generated", type -> !type.getFullName().contains("$"));

    static final ArchRule DOMAIN_IS_PURE = noClasses()
            .that(OURS)
            .and()
            .resideInAPackage("..domain..")
            .should()
            .dependOnClassesThat(DescribedPredicate.describe(
                    "are frameworks or edges",
                    type -> !(type.getPackageName().startsWith("java.")
                            || type.getPackageName().startsWith("org.jspecify")
                            || type.getPackageName().startsWith("io.micronaut.data.annotation")
                            || type.getPackageName().startsWith("io.micronaut.data.model.naming")
                            || type.getPackageName().startsWith("com.fasterxml.jackson.annotation")
                            || type.getPackageName().startsWith("io.micronaut.core.annotation")
                            || type.getPackageName().contains(".domain")
                            || type.isPrimitive()
                            || type.isArray())))
            .allowEmptyShould(true)
            .because("a decision is a pure function");

    static final ArchRule DOMAIN_HAS_NO_CLOCK = noClasses()
            .that(OURS)
            .and()
            .resideInAPackage("..domain..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .allowEmptyShould(true)
            .because("time and ids are parameters");

    static final ArchRule EVENTS_STAY_AT_THE_EDGE = noClasses()
            .that(OURS)
            .and(DescribedPredicate.describe(
                    "are neither Streams nor Publisher",
                    type -> !type.getSimpleName().endsWith("Streams")
                            && !type.getSimpleName().endsWith("Publisher")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.kempelen.events..")
            .allowEmptyShould(true)
            .because("Avro classes stay at the edge");

    static final ArchRule ONLY_THE_RELAY_SENDS = noClasses()
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.producer.KafkaProducer")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.kafka.core.KafkaTemplate")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.cloud.stream.function.StreamBridge")
            .because("events leave through the outbox only");

    static final ArchRule ONLY_THE_DOMAIN_IS_PUBLIC = classes()
            .that(OURS)
            .and()
            .areTopLevelClasses()
            .and()
            .areNotInterfaces()
            .and()
            .haveSimpleNameEndingWith("Controller")
            .should()
            .bePackagePrivate()
            .allowEmptyShould(true)
            .because("nobody calls a controller");

    private final JavaClasses imported = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(getClass().getPackageName());

    @Test
    void decidesInPureFunctions() {
        DOMAIN_IS_PURE.check(imported);
        DOMAIN_HAS_NO_CLOCK.check(imported);
    }

    @Test
    void keepsEventClassesAtTheEdge() {
        EVENTS_STAY_AT_THE_EDGE.check(imported);
    }

    @Test
    void sendsThroughTheOutboxOnly() {
        ONLY_THE_RELAY_SENDS.check(imported);
    }

    @Test
    void hidesItsControllers() {
        ONLY_THE_DOMAIN_IS_PUBLIC.check(imported);
    }

    @Test
    void hasNoPackageCycles() {
        slices().matching(getClass().getPackageName() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(imported);
    }
}
