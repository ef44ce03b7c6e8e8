package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the pages tell people to type exists: verbs and options of the program, files that shell
 * lines name, and the tests by which a page says that it was tried.
 */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** In blocks of shell lines, in indented examples, and between backticks in a sentence. */
    private static final Pattern TYPED =
            Pattern.compile("(?m)(?:^|[\\s`(\"])(?:\\./)?aidledger ((?:[^\\n`\\\\]|\\\\\\n)*)");

    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
    private static final Pattern SENTENCES = Pattern.compile("`(?:\\./)?aidledger [^`\\n]*`");
    private static final Pattern INDENTED = Pattern.compile("(?m)^ {4}.*$");

    /** Where another command, a comment or a file begins. */
    private static final Pattern END = Pattern.compile("\\s#|[;|)>&]|\\s/ |…|\\. ");

    private static final Pattern FILE = Pattern.compile("\\binfra/[\\w./{},-]+");
    private static final Pattern TEST =
            Pattern.compile("`(?:([A-Z]\\w+(?:Test|IT|Fuzz))|)(?:[.#](\\w+))?`");

    /** Verbs of the shell script that starts the program. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("bench", "faults");

    private final CommandSpec program =
            new CommandLine(
                            new LedgerCommand(
                                    DocumentedCommandsTest.class,
                                    new Terminal(
                                            new PrintWriter(new StringWriter()),
                                            new PrintWriter(new StringWriter()),
                                            false)))
                    .getCommandSpec();

    private static List<Path> pages() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            docs.filter(f -> f.toString().endsWith(".md")),
                            Stream.of("README.md", "README.zh.md").map(ROOT::resolve))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> typed(String page) {
        return Stream.of(
                        SHELL.matcher(page).results().map(r -> r.group(1)),
                        SENTENCES.matcher(page).results().map(MatchResult::group),
                        INDENTED.matcher(page).results().map(MatchResult::group))
                .flatMap(part -> part)
                .flatMap(part -> TYPED.matcher(part).results())
                .map(line -> line.group(1).replace("\\\n", " "))
                .map(line -> END.split(line, 2)[0]);
    }

    @Test
    void whatPagesTellToTypeIsUnderstood() {
        List<String> wrong = new ArrayList<>();
        int lines = 0;
        for (Path page : pages()) {
            for (String line : typed(text(page)).toList()) {
                lines++;
                wrong(line).ifPresent(w -> wrong.add(page.getFileName() + ": " + w + ": " + line));
            }
        }
        assertThat(lines).isGreaterThan(60);
        assertThat(wrong).isEmpty();
    }

    /** What the program would not understand in a line. */
    private Optional<String> wrong(String line) {
        CommandSpec spec = program;
        boolean value = false;
        for (String word : line.replaceAll("[\\[\\]\"]", " ").strip().split("\\s+", -1)) {
            if (word.startsWith("--")) {
                Optional<OptionSpec> option =
                        Optional.ofNullable(spec.optionsMap().get(word.replaceFirst("=.*", "")));
                if (option.isEmpty()) {
                    return Optional.of("no option " + word);
                }
                value = option.get().arity().max() > 0 && !word.contains("=");
            } else if (value) {
                value = false;
            } else if (spec.subcommands().containsKey(word)) {
                spec = spec.subcommands().get(word).getCommandSpec();
            } else if (spec.equals(program)) {
                return OF_THE_SCRIPT.contains(word) || word.equals("VERB")
                        ? Optional.empty()
                        : Optional.of("no verb " + word);
            } else if (!spec.subcommands().isEmpty() && !word.startsWith("-")) {
                return Optional.of("no verb " + spec.name() + " " + word);
            }
        }
        return Optional.empty();
    }

    @Test
    void filesThatShellLinesNameAreThere() {
        for (Path page : pages()) {
            List<String> named =
                    SHELL.matcher(text(page))
                            .results()
                            .flatMap(block -> FILE.matcher(block.group(1)).results())
                            .map(MatchResult::group)
                            .flatMap(DocumentedCommandsTest::unfolded)
                            .toList();
            assertThat(named).as(page.toString()).allMatch(f -> Files.exists(ROOT.resolve(f)));
        }
    }

    /** As a shell does it: {@code a/{b,c}} are {@code a/b} and {@code a/c}. */
    private static Stream<String> unfolded(String file) {
        int open = file.indexOf('{');
        return open < 0
                ? Stream.of(file)
                : Stream.of(file.substring(open + 1, file.indexOf('}')).split(",", -1))
                        .map(each -> file.substring(0, open) + each);
    }

    /** Each page of operations says by which tests it was tried, and they exist. */
    @Test
    void testsThatPagesNameAreThere() throws IOException {
        Set<Path> sources = sources();
        Set<String> silent = new TreeSet<>();
        for (Path page : pages()) {
            Optional<String> tested =
                    text(page).lines().filter(line -> line.startsWith("*Tested:*")).findFirst();
            tested.ifPresent(line -> named(page, line, sources));
            if (tested.isEmpty() && page.toString().contains("/operations/")) {
                silent.add(page.getFileName().toString());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static void named(Path page, String line, Set<Path> sources) {
        String source = "";
        for (MatchResult name : TEST.matcher(line).results().toList()) {
            String test = name.group(1);
            if (test != null) {
                source =
                        sources.stream()
                                .filter(f -> f.endsWith(test + ".java"))
                                .findFirst()
                                .map(DocumentedCommandsTest::text)
                                .orElse("");
                assertThat(source).as(page + " names " + test).isNotEmpty();
            }
            if (name.group(2) != null) {
                assertThat(source).as(page.toString()).contains("void " + name.group(2) + "(");
            }
        }
        assertThat(source).as(page.toString()).isNotEmpty();
    }

    private static Set<Path> sources() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (String part : List.of("ledger-core", "ledger-projections", "ledger-api", "infra")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
                files.filter(f -> f.toString().contains("/src/test/"))
                        .filter(f -> f.toString().endsWith(".java"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
