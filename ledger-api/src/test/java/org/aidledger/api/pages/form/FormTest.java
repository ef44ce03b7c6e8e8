package org.aidledger.api.pages.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.RejectionCodes;
import org.aidledger.api.http.Problem;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Unit;
import org.aidledger.fund.RuleBroken;
import org.aidledger.money.Denomination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Forms of all commands, without a server. */
class FormTest {

    private static final CommandBinding BINDING = new CommandBinding();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Say CHINESE = say(Locale.SIMPLIFIED_CHINESE);
    private static final Say ENGLISH = say(Locale.ENGLISH);

    private static Say say(Locale locale) {
        ResourceBundleMessageSource words = new ResourceBundleMessageSource();
        words.setBasenames(
                "pages/words/general",
                "pages/words/posting",
                "pages/words/audit",
                "pages/words/bulletins");
        words.setDefaultEncoding("UTF-8");
        words.setFallbackToSystemLocale(false);
        return new Say(words, locale, Unit.ONE);
    }

    static Stream<Class<?>> commands() {
        return Stream.<Class<?>>concat(
                CommandNames.ofFunds().values().stream().map(c -> c),
                CommandNames.ofFindings().values().stream().map(c -> c));
    }

    private static Form form(Class<?> command) {
        return new Form(CommandNames.of(command), command);
    }

    private static Offer offer(Class<?> command) {
        return CommandNames.of(command).equals("open-fund")
                ? Offer.of(Denomination.of("CNY"))
                : Offer.of(Denomination.of("CNY"), "fund", "finding", "currency");
    }

    /** What is typed into a form is what a program would send, whatever the command. */
    @ParameterizedTest
    @MethodSource("commands")
    void aFormSaysWhatTheContractTakes(Class<?> command) {
        ObjectNode example = BINDING.example(command);
        Form.Entered entered =
                form(command).read(CHINESE, JSON, offer(command), new Typed(FilledIn.of(command)));
        assertThat(entered.mistakes()).isEmpty();
        ObjectNode fields = entered.fields();
        for (String said : List.of("postingId", "actor", "approvedBy", "fund", "finding")) {
            if (example.has(said)) {
                fields.set(said, example.get(said));
            }
        }
        assertThat(bound(command, fields)).isEqualTo(bound(command, example));
    }

    private static Object bound(Class<?> command, ObjectNode fields) {
        String name = CommandNames.of(command);
        return CommandNames.ofFunds().containsKey(name)
                ? BINDING.fundCommand(name, fields)
                : BINDING.findingCommand(name, fields);
    }

    /** Every field of every form has a name in both languages, and keeps what was typed. */
    @ParameterizedTest
    @MethodSource("commands")
    void everyFieldIsNamedAndKept(Class<?> command) {
        Map<String, List<String>> typed = FilledIn.of(command);
        List<Control> controls = new ArrayList<>();
        form(command)
                .draw(CHINESE, offer(command), new Typed(typed), Map.of())
                .forEach(c -> collect(c, controls));
        for (Control control : controls) {
            String name = Mistakes.name(control.path());
            boolean ofList = control.label().isEmpty();
            assertThat(ofList || control.label().codePoints().anyMatch(Character::isIdeographic))
                    .as("%s %s is called %s", command, control.path(), control.label())
                    .isTrue();
            assertThat(ofList || !form(command).label(ENGLISH, name).isEmpty()).isTrue();
            if (typed.containsKey(control.path())) {
                assertThat(control.chosen())
                        .as(control.path())
                        .isEqualTo(
                                typed.get(control.path()).stream()
                                        .filter(v -> !v.isEmpty())
                                        .toList());
            }
        }
        TreeSet<String> asked = new TreeSet<>();
        controls.forEach(c -> asked.add(c.path().replace(".rows", "")));
        typed.keySet().stream()
                .filter(p -> !List.of("fund", "finding", "postingId", "currency").contains(p))
                .filter(p -> !p.endsWith(".rows") && !p.endsWith(".kind"))
                .forEach(p -> assertThat(asked).as(command.toString()).contains(p));
    }

    private static void collect(Control control, List<Control> into) {
        into.add(control);
        control.rows().forEach(r -> r.controls().forEach(c -> collect(c, into)));
    }

    /** Nothing typed: every field that has to be filled says so, and nothing else is wrong. */
    @ParameterizedTest
    @MethodSource("commands")
    void anEmptyFormSaysWhatIsMissing(Class<?> command) {
        Form form = form(command);
        Map<String, String> mistakes =
                form.read(CHINESE, JSON, offer(command), new Typed(Map.of())).mistakes();
        assertThat(mistakes).containsKey("effective").containsValue("请填写");
        form.draw(CHINESE, offer(command), new Typed(Map.of()), mistakes)
                .forEach(c ->
                        assertThat(c.mistake().isEmpty())
                                .as("%s %s", command, c.path())
                                .isEqualTo(!c.required() || c.kind() == Kind.CHECK));
    }

    @Test
    void aFieldOfARowIsNotCalledAsOneOfTheFormItself() {
        Form raise = form(CommandNames.findingCommand("raise-finding").orElseThrow());
        assertThat(raise.label(ENGLISH, "type")).isEqualTo("type");
        assertThat(raise.label(CHINESE, "type")).isEqualTo("问题类型");
        assertThat(raise.label(CHINESE, "documents[0].type")).isEqualTo("种类");
        assertThat(raise.listed(CHINESE, Map.of("documents[1].number", "请填写")))
                .containsExactly(new Form.Mistaken("documents-1-number", "凭证 2 · 编号", "请填写"));
    }

    @Test
    void rowsComeAndGo() {
        Typed typed =
                new Typed(
                        Map.of(
                                "changes.rows", List.of("2"),
                                "changes[0].project", List.of("P-1"),
                                "changes[1].project", List.of("P-2"),
                                "add", List.of("changes")));
        Typed more = typed.edited();
        assertThat(more.get("changes.rows")).isEqualTo("3");
        Typed fewer =
                new Typed(more.fields()).with("add", "").with("remove", "changes[0]").edited();
        assertThat(fewer.get("changes.rows")).isEqualTo("2");
        assertThat(fewer.get("changes[0].project")).isEqualTo("P-2");
        Typed stated = new Typed(Map.of("add", List.of("figures:shares"))).edited();
        assertThat(stated.get("figures[0].kind")).isEqualTo("shares");
    }

    @Test
    void amountsAreReadAsPeopleTypeThem() {
        Form form = form(CommandNames.fundCommand("receive").orElseThrow());
        Form.Entered entered =
                form.read(
                        CHINESE,
                        JSON,
                        offer(form.type()),
                        new Typed(
                                Map.of(
                                        "effective", List.of("2024-01-01"),
                                        "amount", List.of("１２５万"))));
        assertThat(entered.fields().path("amount").asString()).isEqualTo("1250000.00");
        assertThat(
                        form.read(
                                        CHINESE,
                                        JSON,
                                        offer(form.type()),
                                        new Typed(Map.of("amount", List.of("1,25"))))
                                .mistakes()
                                .get("amount"))
                .contains("读不懂");
    }

    /** Each refusal has its Chinese, with every value that it needs. */
    @Test
    void everyRefusalIsSaidInChinese() throws IOException {
        Properties words = new Properties();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/pages/words"))) {
            for (Path file : files.toList()) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    words.load(reader);
                }
            }
        }
        RejectionCodes.all()
                .forEach((code, example) -> {
                    assertThat(words.stringPropertyNames()).contains("refusal." + code);
                    String text = Refusals.of(CHINESE, example).text();
                    assertThat(text)
                            .as(code)
                            .doesNotContain("{", "}", "[", "]")
                            .isNotEqualTo(example.message());
                    assertThat(text.codePoints().anyMatch(Character::isIdeographic)).isTrue();
                    String english = Refusals.of(ENGLISH, example).text();
                    assertThat(english)
                            .as(code)
                            .doesNotContain("{", "}", "Prefer:")
                            .doesNotContainPattern(
                                    "[0-9]{4,}\\.[0-9]{2} |[0-9]{4}-[0-9]{2}-[0-9]{2}(?!T)");
                    if (example instanceof RuleBroken) {
                        assertThat(words.stringPropertyNames()).contains("refusal.breach." + code);
                    }
                    assertThat(Problem.of(example).code()).isEqualTo(code);
                });
    }
}
