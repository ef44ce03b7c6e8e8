package org.aidledger.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalsTest {

    /** The examples of the rules, and the edges of 万 and 亿. */
    @ParameterizedTest
    @CsvSource({
        "1409.50, 壹仟肆佰零玖元伍角",
        "6007.14, 陆仟零柒元壹角肆分",
        "1680.32, 壹仟陆佰捌拾元零叁角贰分",
        "107000.53, 壹拾万柒仟元零伍角叁分",
        "16409.02, 壹万陆仟肆佰零玖元零贰分",
        "325.04, 叁佰贰拾伍元零肆分",
        "1250000.00, 壹佰贰拾伍万元整",
        "342000000.00, 叁亿肆仟贰佰万元整",
        "0.00, 零元整",
        "0.05, 伍分",
        "0.50, 伍角",
        "10.00, 壹拾元整",
        "1000000.01, 壹佰万元零壹分",
        "100000001.00, 壹亿零壹元整",
        "100010000.00, 壹亿零壹万元整",
        "1000000000000.00, 壹万亿元整",
        "2000300040005.60, 贰万零叁亿零肆万零伍元陆角",
        "-12.30, 负壹拾贰元叁角",
    })
    void theRulesExamples(String amount, String capitals) {
        assertThat(Capitals.of(Money.of(amount, "CNY"))).contains(capitals);
    }

    @Test
    void noOtherCurrencyAndNoPartOfAFen() {
        assertThat(Capitals.of(Money.of("1.00", "USD"))).isEmpty();
        assertThat(Capitals.of(Money.of("1.005", "CNY"))).isEmpty();
        assertThat(Capitals.of(Money.of("1.500", "CNY"))).contains("壹元伍角");
    }

    @Test
    void twoZerosNeverFollowEachOther() {
        Random random = new Random(20260101);
        for (int i = 0; i < 20_000; i++) {
            long cents = random.nextLong(1, 10L << random.nextInt(56));
            String text = Capitals.of(new Money(cents, Denomination.of("CNY"))).orElseThrow();
            assertThat(text).doesNotContain("零零", "零万", "零亿", "零元");
        }
    }
}
