package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.api.http.ProblemCode;
import org.junit.jupiter.api.Test;

/** Every word of the pages in both languages. */
class WordsTest {

    /** Refusals are English by nature; mostly only their Chinese is written down. */
    private static final String MOSTLY_CHINESE = "refusal.";

    private static final String ENGLISH = "_en.properties";
    private static final Path WORDS = Path.of("src/main/resources/pages/words");

    @Test
    void nothingIsSaidInOneLanguageAlone() throws IOException {
        Set<String> chinese = keys(file -> !file.endsWith(ENGLISH));
        Set<String> english = keys(file -> file.endsWith(ENGLISH));
        chinese.removeIf(key -> key.startsWith(MOSTLY_CHINESE) && !english.contains(key));
        assertThat(chinese).isEqualTo(english);
    }

    @Test
    void everyFileIsRead() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yaml"));
        try (Stream<Path> files = Files.list(WORDS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.endsWith(ENGLISH))
                    .allSatisfy(name ->
                            assertThat(settings)
                                    .contains(
                                            "      pages/words/"
                                                    + name.replace(".properties", "")));
        }
    }

    @Test
    void everyWordOfTheTemplatesIsThere() throws IOException {
        Set<String> known = keys(file -> !file.endsWith(ENGLISH));
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> templates = Files.list(Path.of("src/main/resources/templates/pages"))) {
            for (Path template : templates.toList()) {
                Matcher used =
                        Pattern.compile("#\\{([a-zA-Z0-9.]+)[}(]")
                                .matcher(Files.readString(template));
                while (used.find()) {
                    if (!known.contains(used.group(1))) {
                        missing.add(template.getFileName() + ": " + used.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /** An error of whatever kind says what would be right. */
    @Test
    void everyErrorHasItsNextStep() throws IOException {
        Set<String> known = keys(file -> !file.endsWith(ENGLISH));
        assertThat(ProblemCode.values())
                .allSatisfy(code ->
                        assertThat(known)
                                .containsAnyOf(
                                        "error." + code + ".next",
                                        "error." + code.status() + ".next"));
    }

    /** No word stands in two files. */
    private static Set<String> keys(Predicate<String> wanted) throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(WORDS)) {
            for (Path file : files.filter(f -> wanted.test(f.toString())).toList()) {
                Properties words = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
                for (String key : words.stringPropertyNames()) {
                    assertThat(keys.add(key)).as("%s, again in %s", key, file).isTrue();
                }
            }
        }
        return keys;
    }
}
