package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of the pages in both languages. */
class WordsTest {

    /** Refusals are English by nature; only their Chinese is written down. */
    private static final String CHINESE_ONLY = "refusal.";

    @Test
    void nothingIsSaidInOneLanguageAlone() {
        Set<String> chinese = keys("words.properties");
        chinese.removeIf(key -> key.startsWith(CHINESE_ONLY));
        assertThat(chinese).isEqualTo(keys("words_en.properties"));
    }

    @Test
    void everyWordOfTheTemplatesIsThere() throws IOException {
        Set<String> known = keys("words.properties");
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

    private static Set<String> keys(String file) {
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        java.util.Objects.requireNonNull(
                                WordsTest.class.getResourceAsStream("/pages/" + file)),
                        StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(words.stringPropertyNames());
    }
}
