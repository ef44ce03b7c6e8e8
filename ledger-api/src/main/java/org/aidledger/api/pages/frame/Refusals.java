package org.aidledger.api.pages.frame;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.http.Problem;
import org.aidledger.rejection.Rejection;

/** Writes refusals, with the values that would have been accepted, and noted breaches. */
public final class Refusals {

    private static final Pattern CLAUSE = Pattern.compile("\\[([^\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+\\.[0-9]{2,6}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z_]{3,}\\b");

    /** Of these the ledger's own sentence says what a program has to send. */
    private static final Set<String> FOR_PROGRAMS = Set.of("APPROVAL_MISSING");

    private Refusals() {}

    /**
     * A refusal in words.
     *
     * @param acceptable the largest amount that would be taken, as the reader may type it; empty
     *     where no amount would do
     */
    public record Words(String code, String text, String acceptable) {}

    /** Why the ledger refused. */
    public static Words of(Say say, Rejection rejection) {
        return of(say, Problem.of(rejection));
    }

    /**
     * What is wrong. In English the ledger says it by itself, as it does where there is no Chinese
     * for it, unless what it says is for programs.
     */
    public static Words of(Say say, Problem problem) {
        String form =
                say.isChinese() || FOR_PROGRAMS.contains(problem.code())
                        ? say.name("refusal." + problem.code(), "")
                        : "";
        String text =
                form.isEmpty() || !isSaid(CLAUSE.matcher(form).replaceAll(""), problem.values())
                        ? unsaid(say, problem)
                        : filled(say, form, problem.values());
        return new Words(
                problem.code(),
                text,
                Optional.ofNullable(problem.values().get("acceptable"))
                        .map(acceptable -> new BigDecimal(acceptable.toString()))
                        .filter(acceptable -> acceptable.signum() > 0)
                        .map(acceptable -> say.number(acceptable, acceptable.scale()))
                        .orElse(""));
    }

    /** What has no words of its own: the first field that is wrong, or the ledger's sentence. */
    private static String unsaid(Say say, Problem problem) {
        String sentence = Prose.of(say, problem.detail());
        return say.isChinese()
                        && problem.values().get("errors") instanceof List<?> errors
                        && errors.getFirst() instanceof FieldProblem first
                ? say.name("refusal.field." + first.field(), sentence)
                : sentence;
    }

    /** A rule that was broken, where only its code and the ledger's own sentence are left. */
    public static String breach(Say say, String code, String message) {
        String sentence = Prose.of(say, message);
        return say.isChinese() ? say.name("refusal.breach." + code, sentence) : sentence;
    }

    /** Puts values in place of their names in braces; brackets hold what may be left out. */
    private static String filled(Say say, String form, Map<String, Object> values) {
        String said =
                CLAUSE.matcher(form)
                        .replaceAll(clause ->
                                Matcher.quoteReplacement(
                                        isSaid(clause.group(1), values) ? clause.group(1) : ""));
        return NAME.matcher(said)
                .replaceAll(name ->
                        Matcher.quoteReplacement(
                                Optional.ofNullable(values.get(name.group(1)))
                                        .map(value -> written(say, value))
                                        .orElse(Say.NONE)));
    }

    private static boolean isSaid(String clause, Map<String, Object> values) {
        return NAME.matcher(clause).results().allMatch(name -> values.containsKey(name.group(1)));
    }

    private static String written(Say say, Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().map(v -> written(say, v)).collect(Collectors.joining("、"));
        }
        String text = value.toString();
        if (AMOUNT.matcher(text).matches()) {
            BigDecimal amount = new BigDecimal(text);
            return say.number(amount, amount.scale());
        }
        if (DATE.matcher(text).matches()) {
            return say.day(LocalDate.parse(text));
        }
        return say.name("refusal.term." + text.replace(' ', '-'), words(say, text));
    }

    /** Words of the ledger itself, alone or among others, in the reader's language. */
    private static String words(Say say, String text) {
        return say.name(
                "role." + text,
                CONSTANT.matcher(text)
                        .replaceAll(word ->
                                Matcher.quoteReplacement(
                                        say.name(
                                                "value." + word.group(),
                                                say.name(
                                                        "approval." + word.group(),
                                                        word.group())))));
    }
}
