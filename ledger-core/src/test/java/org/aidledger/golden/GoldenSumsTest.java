package org.aidledger.golden;

import static org.aidledger.golden.PublishedFund.wan;
import static org.aidledger.golden.PublishedFund.yi;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aidledger.fund.Mode;
import org.aidledger.fund.StatedFigures.Parts;
import org.aidledger.golden.Margins.Category;
import org.aidledger.golden.Margins.Place;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Indicators;
import org.aidledger.indicator.Totals;
import org.junit.jupiter.api.Test;

/** Cases of which only sums are published: the commands build those sums. */
class GoldenSumsTest {

    private static PublishedFund strict(String id, int year, String authorised) {
        return PublishedFund.opened(id, year, Mode.STRICT, authorised);
    }

    /** By place, by category, 76 projects, 87.34 % of the investment, 95.6 % of the money. */
    @Test
    void jiangsuKezhou2014() {
        List<Place> places =
                List.of(
                        new Place("州本级", 2_912, 4),
                        new Place("阿图什市", 27_445, 29),
                        new Place("阿合奇县", 6_182, 17),
                        new Place("乌恰县", 4_520, 19),
                        new Place("第三师", 700, 7));
        List<Category> categories =
                Stream.of(10_558, 4_000, 1_515, 11_243, 2_555, 11_888)
                        .map(wan -> new Category("类别" + wan, wan))
                        .toList();
        List<Draught> drawn = Margins.projects(places, categories);
        // 132,627 of investment in all sources: what the others leave falls to the first project.
        List<Draught> projects = new ArrayList<>(drawn);
        projects.set(
                0,
                drawn.getFirst()
                        .invests("" + (Long.parseLong(drawn.getFirst().planned()) + 90_868)));
        PublishedFund fund = strict("kezhou", 2014, "41759").plan(projects).receive("41759");
        // 39,920 of 41,759 disbursed, work worth 115,840 of 132,627.
        projects.forEach(p -> fund.allocate(p, p.planned()).start(p));
        long held = 41_759 - 39_920;
        for (Draught p : projects) {
            long planned = Long.parseLong(p.planned());
            long withheld = Math.min(held, planned - 1);
            held -= withheld;
            fund.disburse(p, "" + (planned - withheld));
            fund.progress(
                    p,
                    "90",
                    p.equals(projects.getFirst())
                            ? "" + (115_840 - 41_759 + planned)
                            : p.planned());
        }

        FundFigures figures = fund.figures();
        assertThat(figures.totals().planned()).isEqualTo(wan("41759"));
        assertThat(figures.totals().projects()).isEqualTo(76);
        assertSums(
                figures.totalsBy(p -> p.profile().place()).values(),
                2_912,
                27_445,
                6_182,
                4_520,
                700);
        assertThat(figures.totalsBy(p -> p.profile().place()).values())
                .extracting(Totals::projects)
                .containsExactlyInAnyOrder(4, 29, 17, 19, 7);
        assertSums(
                figures.totalsBy(p -> p.profile().category()).values(),
                10_558,
                4_000,
                1_515,
                11_243,
                2_555,
                11_888);
        assertThat(fund.rate(Code.INVESTMENT_COMPLETION)).isEqualTo("87.34");
        assertThat(oneDecimal(fund, Code.DISBURSEMENT_RATE)).isEqualTo("95.6");
    }

    private static void assertSums(Collection<Totals> totals, long... wan) {
        assertThat(totals)
                .extracting(Totals::planned)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(wan).mapToObj(w -> wan("" + w)).toList());
    }

    /** Published with one decimal, from the exact numbers and not from the two-decimal rate. */
    private static BigDecimal oneDecimal(PublishedFund fund, Code code) {
        return Indicators.of(fund.figures()).stream()
                .filter(i -> i.code() == code)
                .map(i ->
                        i.numerator()
                                .movePointRight(2)
                                .divide(i.denominator(), 1, RoundingMode.HALF_UP))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shandongToSeptember2011() {
        PublishedFund fund = strict("shandong", 2011, "80500");
        List<Draught> projects = List.of(Draught.of("P-0", "民生", "某县", "80500"));
        fund.plan(projects).receive("80500");
        fund.allocate(projects.getFirst(), "80500").disburse(projects.getFirst(), "61739");

        FundFigures figures = fund.figures();
        assertThat(figures.totals().disbursed()).isEqualTo(wan("61739"));
        assertThat(figures.pool()).isEqualTo(wan("18761"));
        assertThat(figures.totals().disbursed().plus(figures.pool())).isEqualTo(figures.received());
        fund.state(
                new Parts(
                        "到位资金（万元）",
                        List.of(new BigDecimal("61739"), new BigDecimal("18761")),
                        new BigDecimal("80500")));
        assertThat(fund.breaches()).isEmpty();
    }

    /** More was received than authorised, and that is legal. */
    @Test
    void nineteenProvincesToJuly2015() {
        PublishedFund fund = strict("provinces", 2015, yi("564.3"));
        List<Draught> projects =
                IntStream.range(0, 1_022)
                        .mapToObj(n -> Draught.of("P-" + n, "民生", "某县", "5500"))
                        .toList();
        fund.plan(projects).receive(yi("573.2"));
        projects.stream().limit(943).forEach(fund::start);

        assertThat(fund.rate(Code.RECEIVED_RATE)).isEqualTo("101.58");
        assertThat(oneDecimal(fund, Code.RECEIVED_RATE)).isEqualTo("101.6");
        assertThat(fund.rate(Code.START_RATE)).isEqualTo("92.27");
        assertThat(oneDecimal(fund, Code.START_RATE)).isEqualTo("92.3");
        assertThat(fund.alerts()).isEmpty();
    }
}
