package io.imprimatur.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

@AnalyzeClasses(packages = "io.imprimatur", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_ENGINE_STAYS_BEHIND_FLOW = noClasses()
            .that()
            .resideOutsideOfPackages("io.imprimatur.flow..", "io.imprimatur..process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .because("a move to another fork of Camunda 7 must stay mechanical");

    @ArchTest
    static final ArchRule THE_ENGINE_DOES_NOT_SHOW_IN_THE_API_OF_FLOW = noClasses()
            .that()
            .resideInAnyPackage("io.imprimatur.flow", "io.imprimatur.flow.spi")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.camunda..")
            .because("whoever uses flow must not need to know which engine runs it");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_FIELDS =
            noFields().should().beAnnotatedWith(Autowired.class).because("what a class needs shows in its constructor");

    @ArchTest
    static final ArchRule NOTHING_IS_INJECTED_INTO_SETTERS = noMethods()
            .should()
            .beAnnotatedWith(Autowired.class)
            .because("what a class needs shows in its constructor");

    @ArchTest
    static final ArchRule TIME_COMES_FROM_THE_CLOCK = noClasses()
            .that()
            .resideOutsideOfPackage("..publishing.sandbox..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because(
                    "tests and outages move time; one clock bean tells it; the sandbox's servers are not ours and have their own");

    @ArchTest
    static final ArchRule SCREENING_NEVER_BACKTRACKS = noClasses()
            .that()
            .resideInAPackage("io.imprimatur.screening..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.regex")
            .because("its input is untrusted: RE2/J runs in linear time, java.util.regex does not");

    @ArchTest
    static final ArchRule NOBODY_PRINTS = noClasses()
            .that()
            .resideOutsideOfPackages("io.imprimatur", "io.imprimatur.platform.start..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("what the operator must read goes through the logger, which knows what may be in it");

    @ArchTest
    static final ArchRule NO_STACK_TRACE_IS_PRINTED = noClasses()
            .should()
            .callMethod(Throwable.class, "printStackTrace")
            .because("exception texts may hold content");

    @ArchTest
    static final ArchRule CONFIGURATION_IS_VALIDATED = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beAnnotatedWith(Validated.class)
            .andShould()
            .beRecords()
            .because("a wrong bound must stop the start, not the first post");

    @ArchTest
    static final ArchRule INTERNALS_ARE_NOT_PUBLIC_BY_HABIT = constructors()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage("io.imprimatur..internal..")
            .and()
            .areDeclaredInClassesThat()
            .areNotPublic()
            .should()
            .notBePublic()
            .because("a package-private class has no use for a public constructor")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NULL_IS_SAID = classes()
            .that()
            .areTopLevelClasses()
            .should(new ArchCondition<>("be in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
                    }
                }
            })
            .because("NullAway checks only what is marked");

    @ArchTest
    static final ArchRule STATIC_FIELDS_HOLD_NO_STATE = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal()
            .because("state in a static field is shared by every request and every test");
}
