package org.aidledger.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * An indicator with all that it is made of. The exact numbers are kept; only {@link #value()}
 * rounds.
 *
 * @param code which one
 * @param basis in words: what is divided by (or compared with) what
 * @param numerator what is counted, in major units, projects, findings, or percent
 * @param denominator what it is measured against, in the same unit
 */
public record Indicator(Code code, String basis, BigDecimal numerator, BigDecimal denominator) {

    /** The indicators of practice, with their Chinese terms. */
    public enum Code {
        RECEIVED_RATE("资金到位率", Form.RATE),
        DISBURSEMENT_RATE("拨付率", Form.RATE),
        DISBURSEMENT_RATE_ON_ALLOCATED("拨付率(按安排)", Form.RATE),
        DISBURSEMENT_RATE_ON_RECEIVED("拨付率(按到位)", Form.RATE),
        EXECUTION_RATE("支出进度", Form.RATE),
        START_RATE("开工率", Form.RATE),
        COMPLETION_RATE("竣工率", Form.RATE),
        COMPLETION_RATE_CAPITAL("竣工率(固投)", Form.RATE),
        INVESTMENT_COMPLETION("投资完成率", Form.RATE),
        PROGRESS_PAYMENT_GAP("进度差", Form.DIFFERENCE),
        LIVELIHOOD_SHARE("民生占比", Form.RATE),
        GRASSROOTS_SHARE("基层占比", Form.RATE),
        LIVELIHOOD_OR_GRASSROOTS_SHARE("民生和基层占比", Form.RATE),
        RECTIFICATION_RATE("整改率", Form.RATE),
        RECTIFICATION_RATE_BY_AMOUNT("整改率(按金额)", Form.RATE),
        MATCHING_RATE("配套到位率", Form.RATE),
        IDLE_SHARE("闲置占比", Form.RATE);

        private final String chinese;
        private final Form form;

        Code(String chinese, Form form) {
            this.chinese = chinese;
            this.form = form;
        }

        public String chinese() {
            return chinese;
        }

        public Form form() {
            return form;
        }
    }

    /** How the value comes from the two numbers. */
    public enum Form {
        /** numerator ÷ denominator, in percent. */
        RATE,
        /** numerator − denominator, both in percent, in points. */
        DIFFERENCE
    }

    /** Whether the exact value, before rounding, is below a limit; false for "n/a". */
    public boolean isBelow(BigDecimal limit) {
        return beyond(limit) < 0;
    }

    /** Whether the exact value, before rounding, is above a limit; false for "n/a". */
    public boolean isAbove(BigDecimal limit) {
        return beyond(limit) > 0;
    }

    /** Sign of the exact value less a limit; zero for "n/a". */
    private int beyond(BigDecimal limit) {
        return switch (code.form()) {
            case RATE ->
                    numerator.movePointRight(2).subtract(limit.multiply(denominator)).signum()
                            * denominator.signum();
            case DIFFERENCE -> numerator.subtract(denominator).subtract(limit).signum();
        };
    }

    /**
     * The value in percent or points, half-up to two decimals; empty ("n/a") where the denominator
     * of a rate is zero. Values above 100 are legal.
     */
    public Optional<BigDecimal> value() {
        return switch (code.form()) {
            case RATE ->
                    denominator.signum() == 0
                            ? Optional.empty()
                            : Optional.of(
                                    numerator
                                            .movePointRight(2)
                                            .divide(denominator, 2, RoundingMode.HALF_UP));
            case DIFFERENCE ->
                    Optional.of(numerator.subtract(denominator).setScale(2, RoundingMode.HALF_UP));
        };
    }
}
