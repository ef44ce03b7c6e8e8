package org.aidledger.api.pages.frame;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicator.Code;

/** Writes indicators: never a rate without what it is made of. */
public final class Cards {

    private static final Set<Code> COUNTS =
            Set.of(
                    Code.START_RATE,
                    Code.COMPLETION_RATE,
                    Code.COMPLETION_RATE_CAPITAL,
                    Code.RECTIFICATION_RATE);

    private Cards() {}

    /**
     * An indicator in words.
     *
     * @param unit of the value where it is no percentage; else empty
     * @param made numerator and denominator
     * @param basis what they are
     * @param warns whether it needs a person
     */
    public record Card(
            Code code,
            String name,
            String value,
            String unit,
            String made,
            String basis,
            boolean warns) {}

    /**
     * The cards of a fund's indicators, in the order of the ledger.
     *
     * @param alerts of the fund itself
     */
    public static List<Card> of(Say say, List<Indicator> indicators, List<Alert> alerts) {
        Set<Alert.Kind> kinds = alerts.stream().map(Alert::kind).collect(Collectors.toSet());
        return indicators.stream().map(i -> card(say, i, kinds)).toList();
    }

    private static Card card(Say say, Indicator i, Set<Alert.Kind> alerts) {
        boolean warns =
                switch (i.code()) {
                    case PROGRESS_PAYMENT_GAP -> alerts.contains(Alert.Kind.GAP);
                    case LIVELIHOOD_OR_GRASSROOTS_SHARE -> alerts.contains(Alert.Kind.FLOOR_MISSED);
                    case RECEIVED_RATE,
                            DISBURSEMENT_RATE,
                            DISBURSEMENT_RATE_ON_ALLOCATED,
                            DISBURSEMENT_RATE_ON_RECEIVED,
                            EXECUTION_RATE,
                            START_RATE,
                            COMPLETION_RATE,
                            COMPLETION_RATE_CAPITAL,
                            INVESTMENT_COMPLETION,
                            LIVELIHOOD_SHARE,
                            GRASSROOTS_SHARE,
                            RECTIFICATION_RATE,
                            RECTIFICATION_RATE_BY_AMOUNT,
                            MATCHING_RATE,
                            IDLE_SHARE ->
                            false;
                };
        return new Card(
                i.code(),
                say.name(i.code()),
                say.value(i),
                i.code().form() == Indicator.Form.DIFFERENCE ? say.word("points") : "",
                made(say, i),
                say.word("basis." + i.code()),
                warns);
    }

    /** Numerator and denominator. */
    public static String made(Say say, Indicator i) {
        return switch (i.code().form()) {
            case DIFFERENCE ->
                    say.number(i.numerator(), 2)
                            + "%\u00a0− "
                            + say.number(i.denominator(), 2)
                            + "%";
            case RATE ->
                    COUNTS.contains(i.code())
                            ? whole(say, i.numerator()) + "\u00a0÷ " + whole(say, i.denominator())
                            : say.amount(i.numerator()) + "\u00a0÷ " + say.amount(i.denominator());
        };
    }

    private static String whole(Say say, BigDecimal number) {
        return say.number(number, 0);
    }
}
