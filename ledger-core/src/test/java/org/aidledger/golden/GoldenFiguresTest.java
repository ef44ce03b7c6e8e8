package org.aidledger.golden;

import static org.aidledger.golden.PublishedFund.wan;
import static org.aidledger.golden.PublishedFund.yi;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.Mode;
import org.aidledger.fund.RuleBroken.FloorMissed;
import org.aidledger.fund.StatedFigures.AtMost;
import org.aidledger.fund.StatedFigures.Parts;
import org.aidledger.fund.StatedFigures.Share;
import org.aidledger.fund.StatedFigures.SharesOfOneTotal;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.Totals;
import org.aidledger.rejection.CommandRejected;
import org.junit.jupiter.api.Test;

class GoldenFiguresTest {

    private static PublishedFund strict(String id, int year, String authorised) {
        return PublishedFund.opened(id, year, Mode.STRICT, authorised);
    }

    private static List<Draught> projects(int count, String planned) {
        return IntStream.range(0, count)
                .mapToObj(n -> Draught.of("P-" + n, "民生", "某县", planned))
                .toList();
    }

    @Test
    void aksuHalfYear2024() {
        PublishedFund fund = strict("aksu", 2024, "134000");
        List<Draught> projects = projects(134, "1000");
        fund.plan(projects).receive("134000");
        projects.forEach(p -> fund.allocate(p, "1000").disburse(p, "903.1"));
        // 113 started; each has done work of 510.3 × 134 / 113 = 605.13 and the last one the rest.
        projects.stream().limit(113).forEach(fund::start);
        projects.stream().limit(112).forEach(p -> fund.progress(p, "60.5", "605"));
        fund.progress(projects.get(112), "62", "620.2");

        assertThat(fund.rate(Code.DISBURSEMENT_RATE)).isEqualTo("90.31");
        assertThat(fund.rate(Code.START_RATE)).isEqualTo("84.33");
        assertThat(fund.rate(Code.INVESTMENT_COMPLETION)).isEqualTo("51.03");
        assertThat(fund.rate(Code.PROGRESS_PAYMENT_GAP)).isEqualTo("39.28");
        assertThat(fund.alerts())
                .contains(
                        new Alert(
                                Alert.Kind.GAP,
                                "aksu",
                                "payment is 39.28 points ahead of progress"));
    }

    /** 80 % of 3.42亿 is 2.736亿: the plan goes out with just that, and not with a fen less. */
    @Test
    void taizhou2022() {
        PublishedFund fund = strict("taizhou", 2022, yi("3.42"));
        List<Draught> plan = taizhou("26920", "6840");
        fund.plan(plan);
        FundFigures figures = fund.figures();
        assertThat(figures.totals().projects()).isEqualTo(49);
        assertThat(figures.totals().planned()).isEqualTo(wan(yi("3.42")));
        assertThat(fund.rate(Code.LIVELIHOOD_OR_GRASSROOTS_SHARE)).isEqualTo("80.00");
        assertThat(fund.alerts()).isEmpty();

        fund.start(plan.getFirst()).progress(plan.getFirst(), "83", "365.2");
        assertThat(fund.figures().projects().getFirst().planned()).isEqualTo(wan("440"));
        assertThat(fund.figures().projects().getFirst().physicalPercent())
                .hasValue(new BigDecimal("83"));

        assertThatThrownBy(() ->
                        strict("refused", 2022, yi("3.42"))
                                .plan(taizhou("26919.999999", "6840.000001")))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        e ->
                                assertThat(e.rejection())
                                        .isEqualTo(
                                                new FloorMissed(
                                                        wan("27359.999999"),
                                                        wan("34200"),
                                                        new BigDecimal("80.00"),
                                                        new BigDecimal("80"))));
    }

    /** One project of 440万, 46 small ones, and the two amounts that make the floor. */
    private static List<Draught> taizhou(String livelihood, String other) {
        List<Draught> plan = new ArrayList<>();
        plan.add(Draught.of("A-六团二连", "基层组织建设", "六团", "440"));
        plan.add(Draught.of("B-livelihood", "民生", "一团", minus(livelihood, 46)));
        IntStream.range(0, 46).forEach(n -> plan.add(Draught.of("C-" + n, "民生", "三团", "1")));
        plan.add(Draught.of("D-industry", "产业", "八团", other).unflagged());
        return plan;
    }

    private static String minus(String wan, long less) {
        return new BigDecimal(wan).subtract(BigDecimal.valueOf(less)).toPlainString();
    }

    @Test
    void quzhouWushi2021SharesImplyTwoTotals() {
        PublishedFund fund = strict("quzhou", 2021, "28321");
        List<Draught> plan = new ArrayList<>();
        IntStream.range(0, 8)
                .mapToObj(n -> Draught.of("I-" + n, "产业", "乌什", n == 0 ? "1371" : "1000"))
                .forEach(plan::add);
        IntStream.range(0, 24)
                .mapToObj(n -> Draught.of("L-" + n, "民生", "乌什", n == 0 ? "130" : "800"))
                .forEach(plan::add);
        fund.plan(plan);
        assertThat(fund.figures().totalsBy(p -> p.profile().category()))
                .extractingByKeys("产业", "民生")
                .extracting(Totals::projects, Totals::planned)
                .containsExactly(tuple(8, wan("8371")), tuple(24, wan("18530")));
        fund.state(
                new SharesOfOneTotal(
                        "按类别（万元）",
                        List.of(
                                new Share(new BigDecimal("8371"), new BigDecimal("29.46")),
                                new Share(new BigDecimal("1853E+1"), new BigDecimal("65.66")))));

        assertThat(fund.breaches())
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.code()).isEqualTo("FIGURES_CONTRADICT");
                    assertThat(b.message()).contains("the implied totals differ by at least 177");
                });
    }

    /** The same amounts with shares of their true total pass the check. */
    @Test
    void sharesOfOneTotalAreNotFlagged() {
        PublishedFund fund = strict("quzhou", 2021, "28321");
        fund.state(
                new SharesOfOneTotal(
                        "按类别（万元）",
                        List.of(
                                new Share(new BigDecimal("8371"), new BigDecimal("29.56")),
                                new Share(new BigDecimal("1853E+1"), new BigDecimal("65.43")))));
        assertThat(fund.breaches()).isEmpty();
    }

    @Test
    void tacheng2017IsKeptAndFlagged() {
        PublishedFund fund = PublishedFund.opened("tacheng", 2017, Mode.OBSERVED, "46000");
        List<Draught> projects = projects(102, "450");
        fund.plan(projects);
        projects.stream().limit(32).forEach(fund::start);
        projects.stream().limit(34).forEach(fund::complete);
        fund.state(
                new Parts("项目状态", numbers("44", "11", "10", "31"), new BigDecimal("102")),
                new AtMost("竣工与开工", new BigDecimal("34"), new BigDecimal("32")));

        assertThat(fund.figures().totals().projects()).isEqualTo(102);
        assertThat(fund.breaches())
                .extracting(BreachNoted::code)
                .containsExactly(
                        "NOT_STARTED", "NOT_STARTED", "FIGURES_CONTRADICT", "FIGURES_CONTRADICT");
        assertThat(fund.breaches())
                .extracting(BreachNoted::message)
                .anyMatch(m -> m.contains("the parts add up to 96, the total says 102"))
                .anyMatch(m -> m.contains("34 of 32"));
        assertThat(fund.alerts())
                .containsExactly(
                        new Alert(
                                Alert.Kind.IMPOSSIBLE_COUNT,
                                "tacheng",
                                "34 completed of 32 started"));
    }

    private static List<BigDecimal> numbers(String... numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toList();
    }
}
