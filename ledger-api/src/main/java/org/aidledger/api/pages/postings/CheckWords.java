package org.aidledger.api.pages.postings;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;

/** The words that the script which verifies proofs says, by name; the page brings them to it. */
final class CheckWords {

    private static final String FILE = "pages/words/audit.properties";
    private static final String PREFIX = "check.word.";

    static final List<String> NAMES = names();

    private CheckWords() {}

    private static List<String> names() {
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(
                        new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()))
                .sorted()
                .toList();
    }
}
