package org.aidledger.api.imports.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.FileRefused.Code;
import org.aidledger.api.imports.OneLine;
import org.aidledger.api.imports.iati.Line.Kind;
import org.aidledger.api.imports.iati.Line.Unreadable;
import org.aidledger.event.Voucher;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Gathers the lines of one activity as they are read. */
final class Lines {

    /** An activity is held in memory as a whole; the largest published ones have some thousands. */
    private static final int MOST = 100_000;

    private final String activityCurrency;
    private final List<Line> lines = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final Map<Kind, Integer> ordinals = new EnumMap<>(Kind.class);
    private final Map<String, List<Integer>> equals = new HashMap<>();
    private final Map<String, Integer> firstOfContent = new HashMap<>();

    /**
     * @param activityCurrency currency of lines that name none, possibly empty
     */
    Lines(String activityCurrency) {
        this.activityCurrency = activityCurrency;
    }

    List<Line> readable() {
        return List.copyOf(lines);
    }

    List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /** Takes a {@code budget} or {@code transaction} element. */
    void add(Kind kind, Element element) {
        int ordinal = ordinals.merge(kind, 1, Integer::sum);
        if (ordinal > MOST) {
            throw new FileRefused(
                    Code.ACTIVITY_TOO_LARGE,
                    "An activity has more than %d elements <%s>. Nothing was imported."
                            .formatted(MOST, kind.element));
        }
        String type =
                OneLine.token(
                        kind == Kind.BUDGET
                                ? element.attributes().getOrDefault("type", "1")
                                : element.attribute("transaction-type", "code"));
        Optional<Element> value = element.child("value");
        String stated = value.map(v -> v.attribute("currency")).orElse("");
        String currency = (stated.isEmpty() ? activityCurrency : stated).toUpperCase(Locale.ROOT);
        String text = value.map(Element::text).orElse("");
        Optional<BigDecimal> amount = Amounts.parse(text);
        Optional<LocalDate> own = Amounts.date(date(kind, element));
        Optional<LocalDate> date =
                own.or(() -> value.flatMap(v -> Amounts.date(v.attribute("value-date"))));
        Optional<Problem> problem =
                problemOfDate(date)
                        .or(() -> problemOfCurrency(currency))
                        .or(() -> problemOfAmount(text, amount, currency));
        if (problem.isPresent()) {
            unreadable.add(
                    new Unreadable(
                            kind,
                            ordinal,
                            type,
                            currency,
                            amount.orElse(BigDecimal.ZERO),
                            problem.get().code(),
                            problem.get().message()));
            return;
        }
        Money money = Money.of(amount.orElseThrow().toPlainString(), currency);
        lines.add(line(kind, ordinal, type, date.orElseThrow(), money, own.isEmpty(), element));
    }

    private Line line(
            Kind kind,
            int ordinal,
            String type,
            LocalDate date,
            Money money,
            boolean dateGuessed,
            Element element) {
        String content = kind + Digest.of(element.canonical());
        Optional<Integer> duplicateOf = Optional.ofNullable(firstOfContent.get(content));
        firstOfContent.putIfAbsent(content, ordinal);
        List<Integer> equal =
                equals.computeIfAbsent(
                        String.join(" ", kind.name(), type, date.toString(), money.toString()),
                        _ -> new ArrayList<>(1));
        equal.add(ordinal);
        boolean looksLike = equal.size() > 1 && duplicateOf.isEmpty() && !money.isZero();
        return new Line(
                kind,
                ordinal,
                type,
                date,
                money,
                equal.size(),
                OneLine.of(element.attribute("ref"), 100),
                party(element),
                OneLine.of(element.narrative("description"), 1500),
                dateGuessed,
                duplicateOf,
                looksLike ? Optional.of(equal.getFirst()) : Optional.empty());
    }

    private static String party(Element element) {
        String name = element.narrative("receiver-org");
        return OneLine.of(name.isEmpty() ? element.attribute("receiver-org", "ref") : name, 300);
    }

    private static String date(Kind kind, Element element) {
        return element.attribute(
                kind == Kind.BUDGET ? "period-start" : "transaction-date", "iso-date");
    }

    private record Problem(String code, String message) {}

    private static Optional<Problem> problemOfDate(Optional<LocalDate> date) {
        if (date.isEmpty()) {
            return problem(
                    "DATE_MISSING",
                    "It has no date that can be read, neither its own nor that of its value.");
        }
        return isInRange(date.get())
                ? Optional.empty()
                : problem(
                        "DATE_OUT_OF_RANGE",
                        "%s is not from %s to %s."
                                .formatted(date.get(), Voucher.EARLIEST, Voucher.LATEST));
    }

    static boolean isInRange(LocalDate date) {
        return !date.isBefore(Voucher.EARLIEST) && !date.isAfter(Voucher.LATEST);
    }

    private static Optional<Problem> problemOfCurrency(String currency) {
        if (currency.isEmpty()) {
            return problem(
                    "CURRENCY_MISSING", "Neither the line nor the activity names a currency.");
        }
        return isCurrency(currency)
                ? Optional.empty()
                : problem(
                        "CURRENCY_UNKNOWN",
                        "'%s' is not an ISO 4217 code.".formatted(OneLine.of(currency, 20)));
    }

    static boolean isCurrency(String code) {
        try {
            return !Denomination.of(code).currency().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static Optional<Problem> problemOfAmount(
            String text, Optional<BigDecimal> amount, String currency) {
        if (amount.isEmpty()) {
            return problem(
                    "AMOUNT_MALFORMED",
                    "'%s' is not a decimal number.".formatted(OneLine.of(text, 60)));
        }
        if (amount.get().scale() > Denomination.MAX_SCALE) {
            return problem(
                    "TOO_MANY_DECIMALS",
                    "%s has more than the %d decimals that a fund can count in."
                            .formatted(OneLine.of(text, 60), Denomination.MAX_SCALE));
        }
        try {
            return Money.of(amount.get().toPlainString(), currency).currency().isEmpty()
                    ? problem("CURRENCY_UNKNOWN", currency)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return problem("AMOUNT_TOO_LARGE", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Problem> problem(String code, String message) {
        return Optional.of(new Problem(code, message));
    }
}
