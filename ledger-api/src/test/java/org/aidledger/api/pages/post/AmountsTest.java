package org.aidledger.api.pages.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as people type them, and as vouchers write them. */
class AmountsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250000 | 1250000",
                "1,250,000 | 1250000",
                "1,250,000.50 | 1250000.50",
                "125万 | 1250000",
                "125 万元 | 1250000",
                "3.42亿 | 342000000",
                "0.01 | 0.01",
                "１２５万 | 1250000",
                "￥1，250，000 | 1250000",
                "1.25m | 1250000",
                "2千万 | 20000000",
            })
    void whatPeopleTypeIsRead(String typed, BigDecimal amount) {
        assertThat(TypedAmount.parse(typed)).hasValueSatisfying(a -> assertThat(a).isEqualByComparingTo(amount));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "-5", "1.2.3", "1,25", "12,50,000", "万", "1e6", "5 亿万"})
    void whatMayMeanAnythingIsNot(String typed) {
        assertThat(TypedAmount.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1250000.00, 壹佰贰拾伍万元整",
        "0, 零元整",
        "0.05, 伍分",
        "0.50, 伍角整",
        "10, 壹拾元整",
        "1000000, 壹佰万元整",
        "100000000, 壹亿元整",
        "342000000, 叁亿肆仟贰佰万元整",
        "100000001, 壹亿零壹元整",
        "10010, 壹万零壹拾元整",
        "1001000, 壹佰万壹仟元整",
        "100010000, 壹亿零壹万元整",
        "6007.14, 陆仟零柒元壹角肆分",
        "1680.32, 壹仟陆佰捌拾元叁角贰分",
        "107000.53, 壹拾万柒仟元伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
        "88.10, 捌拾捌元壹角整",
    })
    void capitalsAreThoseOfVouchers(BigDecimal yuan, String capitals) {
        assertThat(Capitals.of(yuan)).isEqualTo(capitals);
    }
}
