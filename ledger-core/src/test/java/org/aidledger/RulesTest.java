package org.aidledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every one of the thirty rules has a test that bears its number, or a part that it waits for. */
class RulesTest {

    private static final Pattern NAMED = Pattern.compile("(R\\d+)_.*");

    /** Rules about people, rankings and inspections: sign-in and the pages will bring them. */
    private static final Set<String> WAITING = Set.of("R16", "R18", "R20", "R22");

    @Test
    void everyRuleHasItsTests() {
        Set<String> expected =
                IntStream.rangeClosed(1, 30)
                        .mapToObj(n -> "R" + n)
                        .filter(rule -> !WAITING.contains(rule))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static Set<String> tested() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.OnlyIncludeTests())
                        .importPackages("org.aidledger")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Test.class))
                        .map(JavaMethod::getName)
                        .map(NAMED::matcher)
                        .filter(Matcher::matches)
                        .map(named -> named.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
