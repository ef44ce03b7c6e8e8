package org.aidledger;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The core's inner arrows, and what it must never know. */
class ArchitectureTest {

    private static final JavaClasses CORE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.aidledger");

    /** Calls whose answer depends on the machine, the moment or chance. */
    private static final DescribedPredicate<JavaAccess<?>> UNREPEATABLE =
            DescribedPredicate.describe(
                    "depends on clock, chance or locale",
                    access -> isUnrepeatable(access.getTarget()));

    private static boolean isUnrepeatable(AccessTarget target) {
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean clock = owner.startsWith("java.time.") && name.equals("now");
        boolean system =
                owner.equals("java.lang.System")
                        && Set.of("currentTimeMillis", "nanoTime", "getProperty", "getenv")
                                .contains(name);
        boolean random =
                (owner.equals("java.lang.Math") && name.equals("random"))
                        || (owner.equals("java.util.UUID") && name.equals("randomUUID"));
        boolean locale =
                (owner.equals("java.util.Locale") && name.equals("getDefault"))
                        || (owner.equals("java.lang.String")
                                && Set.of("toLowerCase", "toUpperCase").contains(name));
        return clock || system || random || locale;
    }

    /**
     * Books are made of transfers, and transfers of fund events: {@code fund} and {@code posting}
     * know each other, so that PostingRules stays the only place that knows debits and credits.
     */
    @Test
    void arrowsWithinTheCore() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("money")
                .definedBy("org.aidledger.money")
                .layer("memory")
                .definedBy("org.aidledger.memory")
                .layer("rejection")
                .definedBy("org.aidledger.rejection")
                .layer("event")
                .definedBy("org.aidledger.event")
                .layer("fund")
                .definedBy("org.aidledger.fund")
                .layer("posting")
                .definedBy("org.aidledger.posting")
                .layer("finding")
                .definedBy("org.aidledger.finding")
                .layer("payee")
                .definedBy("org.aidledger.payee")
                .layer("approval")
                .definedBy("org.aidledger.approval")
                .layer("sample")
                .definedBy("org.aidledger.sample")
                .layer("indicator")
                .definedBy("org.aidledger.indicator")
                .layer("snapshot")
                .definedBy("org.aidledger.snapshot")
                .layer("proof")
                .definedBy("org.aidledger.proof")
                .layer("access")
                .definedBy("org.aidledger.access")
                .whereLayer("money")
                .mayNotAccessAnyLayer()
                .whereLayer("memory")
                .mayNotAccessAnyLayer()
                .whereLayer("rejection")
                .mayNotAccessAnyLayer()
                .whereLayer("proof")
                .mayNotAccessAnyLayer()
                .whereLayer("event")
                .mayOnlyAccessLayers("money", "memory", "rejection")
                .whereLayer("fund")
                .mayOnlyAccessLayers("money", "memory", "rejection", "event", "payee", "posting")
                .whereLayer("payee")
                .mayOnlyAccessLayers("rejection", "event")
                .whereLayer("posting")
                .mayOnlyAccessLayers("money", "fund")
                .whereLayer("finding")
                .mayOnlyAccessLayers("money", "rejection", "event", "fund")
                .whereLayer("approval")
                .mayOnlyAccessLayers("money", "rejection", "event", "fund")
                .whereLayer("sample")
                .mayOnlyAccessLayers("money", "rejection", "event", "fund")
                .whereLayer("indicator")
                .mayOnlyAccessLayers("money", "event", "fund", "finding", "posting")
                .whereLayer("snapshot")
                .mayOnlyAccessLayers("money", "rejection", "event", "fund", "indicator")
                .whereLayer("access")
                .mayOnlyAccessLayers(
                        "rejection",
                        "event",
                        "payee",
                        "fund",
                        "finding",
                        "approval",
                        "snapshot",
                        "sample")
                .check(CORE);
    }

    @Test
    void knowsNoFrameworkBeyondAxonAndAnnotations() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.springframework..")
                                .or(resideInAPackage("java.sql.."))
                                .or(resideInAPackage("javax.sql.."))
                                .or(resideInAPackage("java.net.."))
                                .or(resideInAPackage("jakarta.."))
                                .or(resideInAPackage("tools.jackson.."))
                                .or(resideInAPackage("org.slf4j..")))
                .check(CORE);
    }

    /** A backup is a stream by its nature; the core names the port and knows nothing of files. */
    @Test
    void knowsNoStreamsBeyondTheBackupPort() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Backup")
                .should()
                .dependOnClassesThat(resideInAPackage("java.io..").and(notSerializable()))
                .check(CORE);
    }

    private static DescribedPredicate<JavaClass> notSerializable() {
        return DescribedPredicate.describe(
                "not Serializable", c -> !c.getName().equals("java.io.Serializable"));
    }

    @Test
    void onlyTheAggregatesKnowAxon() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Command")
                .and()
                .doNotHaveSimpleName("Fund")
                .and()
                .doNotHaveSimpleName("Finding")
                .and()
                .doNotHaveSimpleName("Approval")
                .and()
                .doNotHaveSimpleName("PayeeFile")
                .and()
                .doNotHaveSimpleName("Snapshot")
                .and()
                .doNotHaveSimpleName("Sample")
                .and()
                .doNotHaveSimpleName("PostBatch")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.axonframework..")
                .check(CORE);
    }

    @Test
    void knowsNoClockNoChanceNoLocale() {
        noClasses().should().accessTargetWhere(UNREPEATABLE).check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(random\\..*|Random|concurrent\\..*Random)")
                .check(CORE);
    }

    /** {@code %d} and its like write the digits of the machine's locale; {@code %s} does not. */
    @Test
    void formatsNoNumberInTheLocaleOfTheMachine() throws IOException {
        Pattern conversion = Pattern.compile("%[-#+0,(]*[0-9]*(\\.[0-9]+)?[dfegxoctT]");
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Files.readAllLines(file).stream()
                        .filter(line -> conversion.matcher(line.replace("%%", "")).find())
                        .forEach(line -> found.add(file.getFileName() + ": " + line.strip()));
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void usesNoBinaryFloats() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("double|float|java\\.lang\\.(Double|Float)")
                .check(CORE);
    }
}
