package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Numbers;
import org.aidledger.event.Texts;

/** A published statement that can be checked by itself, whatever the ledger holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StatedFigures.Parts.class, name = "parts"),
    @JsonSubTypes.Type(value = StatedFigures.AtMost.class, name = "at-most"),
    @JsonSubTypes.Type(value = StatedFigures.SharesOfOneTotal.class, name = "shares")
})
public sealed interface StatedFigures {

    /** What the figures are about. */
    String label();

    /** Why the figures cannot all be true; empty if they can. */
    Optional<String> contradiction();

    /**
     * Parts that are said to make up a whole.
     *
     * @param parts the parts
     * @param total the whole as stated
     */
    record Parts(String label, List<BigDecimal> parts, BigDecimal total) implements StatedFigures {
        public Parts {
            label = Texts.required("label", label, 200);
            parts = List.copyOf(parts);
            parts.forEach(part -> Numbers.bounded("part", part));
            total = Numbers.bounded("total", total);
        }

        @Override
        public Optional<String> contradiction() {
            BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            return sum.compareTo(total) == 0
                    ? Optional.empty()
                    : Optional.of(
                            "%s: the parts add up to %s, the total says %s"
                                    .formatted(label, plain(sum), plain(total)));
        }
    }

    /**
     * A number that cannot exceed another, such as completed of started.
     *
     * @param part the smaller
     * @param whole the larger
     */
    record AtMost(String label, BigDecimal part, BigDecimal whole) implements StatedFigures {
        public AtMost {
            label = Texts.required("label", label, 200);
            part = Numbers.bounded("part", part);
            whole = Numbers.bounded("whole", whole);
        }

        @Override
        public Optional<String> contradiction() {
            return part.compareTo(whole) <= 0
                    ? Optional.empty()
                    : Optional.of("%s: %s of %s".formatted(label, plain(part), plain(whole)));
        }
    }

    /**
     * Shares said to be of one total: amount ÷ percent must imply the same total for all. Amounts
     * and percentages are taken to be rounded half a unit in their last stated digit.
     *
     * @param shares the shares, with amounts in one unit
     */
    record SharesOfOneTotal(String label, List<Share> shares) implements StatedFigures {
        public SharesOfOneTotal {
            label = Texts.required("label", label, 200);
            shares = List.copyOf(shares);
        }

        @Override
        public Optional<String> contradiction() {
            if (shares.isEmpty()) {
                return Optional.empty();
            }
            BigDecimal least =
                    shares.stream().map(Share::leastTotal).max(BigDecimal::compareTo).orElseThrow();
            BigDecimal most =
                    shares.stream().map(Share::mostTotal).min(BigDecimal::compareTo).orElseThrow();
            return least.compareTo(most) <= 0
                    ? Optional.empty()
                    : Optional.of(
                            "%s: the implied totals differ by at least %s"
                                    .formatted(label, plain(atLeast(least.subtract(most)))));
        }

        /** Whole units; of what is smaller, three digits. */
        private static BigDecimal atLeast(BigDecimal difference) {
            return difference.compareTo(BigDecimal.ONE) < 0
                    ? difference.round(new MathContext(3, RoundingMode.FLOOR))
                    : difference.setScale(0, RoundingMode.FLOOR);
        }
    }

    /**
     * One stated share.
     *
     * @param amount as stated; its last digit says how exact it is
     * @param percent as stated, above zero
     */
    record Share(BigDecimal amount, BigDecimal percent) {
        public Share {
            amount = Numbers.bounded("amount", amount);
            percent = Numbers.bounded("percent", percent);
            if (percent.signum() <= 0) {
                throw new IllegalArgumentException("percent must be above zero, not " + percent);
            }
        }

        BigDecimal leastTotal() {
            return hundredfold(amount.subtract(half(amount)), percent.add(half(percent)));
        }

        BigDecimal mostTotal() {
            return hundredfold(amount.add(half(amount)), percent.subtract(half(percent)));
        }

        private static BigDecimal half(BigDecimal stated) {
            return stated.ulp().divide(BigDecimal.valueOf(2));
        }

        private static BigDecimal hundredfold(BigDecimal amount, BigDecimal percent) {
            return amount.movePointRight(2).divide(percent, MathContext.DECIMAL64);
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
