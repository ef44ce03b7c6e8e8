package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What templates may not do, whatever they show. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/pages");

    /** Pictures that {@code Svg} drew, which escapes what it writes. */
    private static final List<String> PICTURES =
            List.of(
                    "${course}",
                    "${trend.picture()}",
                    "${bar.happenedTrack()}",
                    "${bar.recordedTrack()}",
                    "${flow}",
                    "${r.bar()}");

    private record Found(String template, String text) {}

    private static List<Found> find(String pattern) throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            for (Path file : files.sorted().toList()) {
                Matcher matcher =
                        Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(new Found(String.valueOf(file.getFileName()), matcher.group()));
                }
            }
        }
        return found;
    }

    /** Whatever somebody typed is text. */
    @Test
    void nothingButPicturesIsWrittenAsItIs() throws IOException {
        assertThat(find("th:utext=\"[^\"]*\""))
                .isNotEmpty()
                .allSatisfy(f ->
                        assertThat(PICTURES)
                                .contains(f.text().substring(10, f.text().length() - 1)));
        assertThat(find("\\[\\(.*?\\)\\]")).isEmpty();
    }

    /** A sheet of paper is as narrow as a small screen, and gets the whole table all the same. */
    @Test
    void whatIsForSmallScreensIsNotForPaper() throws IOException {
        String style = Files.readString(Path.of("src/main/resources/pages/assets/ledger.css"));
        assertThat(style)
                .contains("@media screen and (max-width")
                .doesNotContain("@media (max-width");
    }

    /** Only such a form brings the token against forgery. */
    @Test
    void everyFormThatPostsBringsItsToken() throws IOException {
        assertThat(find("<form\\b(?:[^>\"]|\"[^\"]*\")*>"))
                .filteredOn(f -> f.text().contains("method=\"post\""))
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f.text()).containsPattern("th:action=|_csrf="));
    }

    /** The policy for contents would refuse it; so nothing depends on it. */
    @Test
    void noScriptOrStyleStandsInAPage() throws IOException {
        assertThat(find("<script(?![^>]*\\bth:src=)[^>]*>")).isEmpty();
        assertThat(find("<style\\b|\\sstyle=\"|\\son[a-z]+=\"")).isEmpty();
    }

    /** Whoever finds nothing is told what to do, in a part of the text that tests can find. */
    @Test
    void whatIsEmptySaysWhatToDoNext() throws IOException {
        assertThat(find("<(td|p|div)\\b[^>]*class=\"[^\"]*\\bempty\\b[^\"]*\".*?</\\1>"))
                .isNotEmpty()
                .allSatisfy(f ->
                        assertThat(f.text())
                                .as(f.template())
                                .containsPattern("class=\"next\"|class=\"[^\"]* next\""));
    }
}
