package org.aidledger.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAmountTest {

    private static final Denomination YUAN = Denomination.of("CNY");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250000 | 1250000.00",
                "1,250,000 | 1250000.00",
                "1，250，000.5 | 1250000.50",
                "125万 | 1250000.00",
                "125 万元 | 1250000.00",
                "１２５萬 | 1250000.00",
                "3.42亿 | 342000000.00",
                "3亿4200万 | 342000000.00",
                "3亿4200万零 | -",
                "1.2345万 | 12345.00",
                "1,200万 | 12000000.00",
                "¥ 12.30 | 12.30",
                "RMB12 | 12.00",
                "12 CNY | 12.00",
                "12元整 | 12.00",
                "-5万 | -50000.00",
                "-¥5 | -5.00",
                "2千万 | 20000000.00",
                "1.25M | 1250000.00",
                "80k | 80000.00",
                "2百万5千 | 2005000.00",
            })
    void readsWhatWasMeant(String typed, String meant) {
        if (meant.equals("-")) {
            assertThatThrownBy(() -> TypedAmount.read(typed, YUAN))
                    .isInstanceOf(IllegalArgumentException.class);
        } else {
            assertThat(TypedAmount.read(typed, YUAN)).isEqualTo(Money.of(meant, "CNY"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "万",
                "1,25",
                "12,50,000",
                "1.2.3",
                "1e6",
                "1万2亿",
                "1.5亿2000万",
                "1万20000",
                "12 USD",
                "0x10",
                "1,2345万",
                "--5",
                "5-",
                "NaN",
                "一百万"
            })
    void refusesWhatCouldBeSomethingElse(String typed) {
        assertThatThrownBy(() -> TypedAmount.read(typed, YUAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("125万");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "1.23456789万"})
    void refusesPartsOfAFen(String typed) {
        assertThatThrownBy(() -> TypedAmount.read(typed, YUAN))
                .hasMessageContaining("more than 2 decimals");
    }
}
