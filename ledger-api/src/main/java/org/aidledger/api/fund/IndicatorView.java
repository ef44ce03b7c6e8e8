package org.aidledger.api.fund;

import java.math.BigDecimal;
import org.aidledger.indicator.Indicator;

/**
 * An indicator with all that it is made of.
 *
 * @param name its Chinese term
 * @param value in its unit with two decimals, or {@code n/a}
 * @param unit {@code percent} or {@code points}
 */
record IndicatorView(
        Indicator.Code code,
        String name,
        String value,
        String unit,
        BigDecimal numerator,
        BigDecimal denominator,
        String basis) {

    static IndicatorView of(Indicator i) {
        return new IndicatorView(
                i.code(),
                i.code().chinese(),
                i.value().map(BigDecimal::toPlainString).orElse("n/a"),
                switch (i.code().form()) {
                    case RATE -> "percent";
                    case DIFFERENCE -> "points";
                },
                i.numerator(),
                i.denominator(),
                i.basis());
    }
}
