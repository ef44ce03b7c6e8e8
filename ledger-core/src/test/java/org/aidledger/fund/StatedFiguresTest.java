package org.aidledger.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.fund.StatedFigures.AtMost;
import org.aidledger.fund.StatedFigures.Parts;
import org.aidledger.fund.StatedFigures.Share;
import org.aidledger.fund.StatedFigures.SharesOfOneTotal;
import org.junit.jupiter.api.Test;

/** Published figures checked against each other. */
class StatedFiguresTest {

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }

    private static Share share(String amount, String percent) {
        return new Share(new BigDecimal(amount), new BigDecimal(percent));
    }

    @Test
    void partsMakeUpTheirTotal() {
        assertThat(
                        new Parts(
                                        "克州2014",
                                        numbers("2912", "27445", "6182", "4520", "700"),
                                        new BigDecimal("41759"))
                                .contradiction())
                .isEmpty();
        assertThat(new Parts("p", numbers("1.0", "2"), new BigDecimal("3.00")).contradiction())
                .isEmpty();
        assertThat(
                        new Parts("塔城2017", numbers("44", "11", "10", "31"), new BigDecimal("102"))
                                .contradiction())
                .contains("塔城2017: the parts add up to 96, the total says 102");
    }

    @Test
    void aPartIsAtMostTheWhole() {
        assertThat(atMost("32", "32").contradiction()).isEmpty();
        assertThat(atMost("34", "32").contradiction()).contains("竣工: 34 of 32");
    }

    private static AtMost atMost(String part, String whole) {
        return new AtMost("竣工", new BigDecimal(part), new BigDecimal(whole));
    }

    @Test
    void sharesImplyOneTotal() {
        assertThat(
                        new SharesOfOneTotal(
                                        "s", List.of(share("29.46", "29.46"), share("70", "70.0")))
                                .contradiction())
                .isEmpty();
        // Quzhou/Wushi 2021, in 万元: 8,371 and 1.853亿, exact to ten.
        assertThat(
                        new SharesOfOneTotal(
                                        "乌什2021",
                                        List.of(share("8371", "29.46"), share("1.853e4", "65.66")))
                                .contradiction())
                .contains("乌什2021: the implied totals differ by at least 177");
        // The same in 亿.
        assertThat(
                        new SharesOfOneTotal(
                                        "乌什2021",
                                        List.of(share("0.8371", "29.46"), share("1.853", "65.66")))
                                .contradiction())
                .contains("乌什2021: the implied totals differ by at least 0.0177");
        assertThat(new SharesOfOneTotal("s", List.of()).contradiction()).isEmpty();
    }

    @Test
    void roundingOfStatedFiguresIsNoContradiction() {
        // 1/3 and 2/3 of 100, as rounded.
        assertThat(
                        new SharesOfOneTotal("s", List.of(share("33", "33.3"), share("67", "66.7")))
                                .contradiction())
                .isEmpty();
    }

    @Test
    void absurdNumbersAreMalformed() {
        assertThatThrownBy(() -> share("1", "0")).hasMessageContaining("above zero");
        assertThatThrownBy(() -> share("1e999999999", "1")).hasMessageContaining("18 digits");
        assertThatThrownBy(() -> new Parts("p", numbers("1", "1e999999999"), BigDecimal.ONE))
                .hasMessageContaining("18 digits");
        assertThatThrownBy(() -> atMost("1", "1e999999999")).hasMessageContaining("18 digits");
    }
}
