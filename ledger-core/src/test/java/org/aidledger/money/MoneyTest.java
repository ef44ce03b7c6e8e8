package org.aidledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exact amounts: read, written, added, and never out of range without saying so. */
class MoneyTest {

    private static Money money(String text) {
        return Money.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1250000.00 CNY, 125000000",
        "0.01 CNY, 1",
        "-0.01 CNY, -1",
        "0.00 CNY, 0",
        "7 JPY, 7",
        "1.234 KWD, 1234",
        "1.2345 CNY, 12345",
        "0.000001 CNY, 1",
        "92233720368547758.07 CNY, 9223372036854775807",
        "-92233720368547758.07 CNY, -9223372036854775807"
    })
    void whatIsReadIsWrittenAgain(String text, long minorUnits) {
        assertThat(money(text).minorUnits()).isEqualTo(minorUnits);
        assertThat(money(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1 CNY, 1.00 CNY",
        "1.5 CNY, 1.50 CNY",
        "-0 CNY, 0.00 CNY",
        "007 JPY, 7 JPY",
        "1.1000000 CNY, 1.10 CNY"
    })
    void fewerDecimalsMeanTheSame(String text, String written) {
        assertThat(money(text)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "CNY",
                "1.00CNY",
                "1,000.00 CNY",
                "1e3 CNY",
                "1.00 XYZ",
                "1. CNY",
                ".5 CNY",
                "+1.00 CNY",
                "１.00 CNY",
                "1.00  CNY",
                "0x10 CNY",
                "NaN CNY",
                "1.0000001 CNY",
                "92233720368547758.08 CNY",
                "-92233720368547758.08 CNY",
                "99999999999999999999 JPY",
                "1.00 cny"
            })
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> money(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverOverflowsSilently() {
        Money most = new Money(Long.MAX_VALUE, Denomination.of("CNY"));
        assertThatThrownBy(() -> most.plus(money("0.01 CNY")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.negated().minus(money("0.01 CNY")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, Denomination.of("CNY")))
                .isInstanceOf(ArithmeticException.class);
        assertThat(most.negated().negated()).isEqualTo(most);
    }

    @Test
    void neverMixesCurrenciesOrScales() {
        assertThatThrownBy(() -> money("1.00 CNY").plus(money("1.00 EUR")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> money("1.00 CNY").compareTo(money("1.000 CNY")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsInAnotherScaleOnlyIfThatIsExact() {
        Denomination fine = new Denomination("CNY", 6);
        assertThat(money("1.00 CNY").in(fine)).contains(money("1.000000 CNY"));
        assertThat(money("1.010 CNY").in(Denomination.of("CNY"))).contains(money("1.01 CNY"));
        assertThat(money("1.001 CNY").in(Denomination.of("CNY"))).isEmpty();
        assertThat(money("1.00 EUR").in(fine)).isEmpty();
        assertThat(money("92233720368547758.07 CNY").in(fine)).isEmpty();
    }

    @Test
    void aPercentageIsRoundedDown() {
        assertThat(money("200.00 CNY").percent(new BigDecimal("3"))).isEqualTo(money("6.00 CNY"));
        assertThat(money("0.33 CNY").percent(new BigDecimal("3"))).isEqualTo(money("0.00 CNY"));
        assertThat(money("0.34 CNY").percent(new BigDecimal("3"))).isEqualTo(money("0.01 CNY"));
        assertThat(money("-0.01 CNY").percent(new BigDecimal("50"))).isEqualTo(money("-0.01 CNY"));
        assertThat(money("92233720368547758.07 CNY").percent(new BigDecimal("100")))
                .isEqualTo(money("92233720368547758.07 CNY"));
    }

    @Test
    void aScaleIsAtLeastTheCurrencysOwn() {
        assertThat(Denomination.of("JPY").scale()).isZero();
        assertThat(Denomination.of("KWD").scale()).isEqualTo(3);
        assertThatThrownBy(() -> new Denomination("CNY", 1)).hasMessageContaining("from 2 to 6");
        assertThatThrownBy(() -> new Denomination("CNY", 7)).hasMessageContaining("from 2 to 6");
        assertThatThrownBy(() -> Denomination.of("Yuan")).hasMessageContaining("ISO 4217");
        assertThat(Denomination.of("CNY").amount(new BigDecimal("1.5")))
                .isEqualTo(money("1.50 CNY"));
        assertThatThrownBy(() -> Denomination.of("CNY").amount(new BigDecimal("1.005")))
                .hasMessageContaining("more than 2 decimals");
    }

    @Test
    void comparesByAmount() {
        assertThat(money("1.00 CNY").max(money("2.00 CNY"))).isEqualTo(money("2.00 CNY"));
        assertThat(money("1.00 CNY").min(money("2.00 CNY"))).isEqualTo(money("1.00 CNY"));
        assertThat(money("0.00 CNY").isZero()).isTrue();
        assertThat(money("0.01 CNY").isPositive()).isTrue();
        assertThat(money("-0.01 CNY").isNegative()).isTrue();
    }
}
