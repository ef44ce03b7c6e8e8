package org.aidledger.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The arrows between packages that Maven cannot refuse. */
class ArchitectureTest {

    private static final String[] CORE = {
        "org.aidledger.money..",
        "org.aidledger.rejection..",
        "org.aidledger.event..",
        "org.aidledger.fund..",
        "org.aidledger.finding..",
        "org.aidledger.approval..",
        "org.aidledger.payee..",
        "org.aidledger.sample..",
        "org.aidledger.posting..",
        "org.aidledger.indicator..",
        "org.aidledger.proof..",
        "org.aidledger.access.."
    };
    private static final String PROJECTIONS = "org.aidledger.projections..";
    private static final String API = "org.aidledger.api..";
    private static final String EVENT_STORE = "org.aidledger.eventstore..";
    private static final String ACCOUNTS = "org.aidledger.accounts..";
    private static final String EMBEDDED = "org.aidledger.embedded..";
    private static final String MIGRATION = "org.aidledger.migration..";
    private static final String AXON_SERVER = "org.aidledger.axonserver..";

    private static final JavaClasses LEDGER =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .withImportOption(
                            at -> !at.contains("/test-classes/") && !at.contains("-tests.jar"))
                    .importPackages("org.aidledger");

    @Test
    void layersDependInOneDirection() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy(CORE)
                .layer("projections")
                .definedBy(PROJECTIONS)
                .layer("api")
                .definedBy(API)
                .layer("event store")
                .definedBy(EVENT_STORE)
                .layer("accounts")
                .definedBy(ACCOUNTS)
                .layer("embedded PostgreSQL")
                .definedBy(EMBEDDED)
                .layer("migration")
                .definedBy(MIGRATION)
                .layer("Axon Server")
                .definedBy(AXON_SERVER)
                .whereLayer("api")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("migration")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("Axon Server")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("event store")
                .mayOnlyBeAccessedByLayers("migration", "Axon Server")
                .whereLayer("accounts")
                .mayOnlyBeAccessedByLayers("migration")
                .whereLayer("embedded PostgreSQL")
                .mayOnlyBeAccessedByLayers("migration")
                .whereLayer("projections")
                .mayOnlyBeAccessedByLayers("api")
                .whereLayer("core")
                .mayOnlyBeAccessedByLayers(
                        "projections", "api", "event store", "accounts", "migration", "Axon Server")
                .check(LEDGER);
    }

    @Test
    void axonServerIsSpokenToInOnePlace() {
        noClasses()
                .that()
                .resideOutsideOfPackage(AXON_SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.axoniq..", "io.grpc..", "org.axonframework.axonserver..")
                .check(LEDGER);
    }

    @Test
    void coreKnowsNoFrameworkNoClockNoChance() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "org.springframework..",
                                        "java.sql..",
                                        "javax.sql..",
                                        "jakarta..",
                                        "org.slf4j..",
                                        "java.net..",
                                        "java.nio.file..")
                                .or(
                                        isAnyOf(
                                                java.time.Clock.class,
                                                java.util.Random.class,
                                                java.util.UUID.class,
                                                java.util.concurrent.ThreadLocalRandom.class)))
                .check(LEDGER);
    }

    @Test
    void coreDoesNotReadTheTime() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(LEDGER);
    }

    @Test
    void moneyAndRejectionsStandAlone() {
        classes()
                .that()
                .resideInAnyPackage("org.aidledger.money..", "org.aidledger.rejection..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                "java..",
                                "org.aidledger.money..",
                                "org.aidledger.rejection..",
                                "com.fasterxml.jackson.annotation..",
                                "com.google.errorprone.annotations..",
                                "org.jspecify.."))
                .check(LEDGER);
    }

    @Test
    void projectionsKnowEventsNotCommandsOrAggregates() {
        noClasses()
                .that()
                .resideInAnyPackage(PROJECTIONS)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "org.aidledger.fund..",
                                        "org.aidledger.finding..",
                                        "org.aidledger.approval..",
                                        "org.aidledger.payee..",
                                        "org.aidledger.snapshot..")
                                .and(
                                        simpleNameEndingWith("Command")
                                                .or(simpleNameEndingWith("State"))
                                                .or(simpleNameEndingWith("Decisions"))
                                                .or(
                                                        isAnyOf(
                                                                org.aidledger.fund.Fund.class,
                                                                org.aidledger.snapshot.Snapshot
                                                                        .class,
                                                                org.aidledger.fund.PostBatch.class,
                                                                org.aidledger.approval.Approval
                                                                        .class,
                                                                org.aidledger.finding.Finding
                                                                        .class))))
                .check(LEDGER);
    }

    @Test
    void theEdgeHasNoSqlAndNoAggregates() {
        noClasses()
                .that()
                .resideInAnyPackage(API)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                        "org.springframework.jdbc..",
                                        "javax.sql..",
                                        "org.postgresql..",
                                        "org.flywaydb..")
                                .or(
                                        resideInAnyPackage("java.sql..")
                                                .and(simpleNameEndingWith("Exception").negate()))
                                .or(
                                        isAnyOf(
                                                org.aidledger.fund.Fund.class,
                                                org.aidledger.approval.Approval.class,
                                                org.aidledger.payee.PayeeFile.class,
                                                org.aidledger.snapshot.Snapshot.class,
                                                org.aidledger.finding.Finding.class)))
                .check(LEDGER);
    }

    /** What reads the log past the guards would tell everybody everything. */
    @Test
    void onlyGuardsReadTheLogAtTheEdge() {
        noClasses()
                .that()
                .resideInAnyPackage(API)
                .and()
                .resideOutsideOfPackages(
                        "org.aidledger.api.access..",
                        "org.aidledger.api.approval..",
                        "org.aidledger.api.command..",
                        "org.aidledger.api.imports..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(org.aidledger.event.EventLog.class)
                .check(LEDGER);
    }

    @Test
    void packagesOfTheEdgeHaveNoCycles() {
        slices().matching("org.aidledger.api.(*)..").should().beFreeOfCycles().check(LEDGER);
    }

    @Test
    void beansAreMadeByConstructors() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(LEDGER);
    }

    @Test
    void onlyTheCommandLineWritesToStandardOutput() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.aidledger.api.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(LEDGER);
    }

    @Test
    void everyPackageSaysWhatItPromisesAndTakesNoNull() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : LEDGER) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).isEmpty();
    }

    private static DescribedPredicate<JavaClass> isAnyOf(Class<?>... types) {
        return com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(types);
    }
}
