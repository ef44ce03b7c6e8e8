package org.aidledger.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.indicator.FundFigures.FindingFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;

/** Each formula of the table of indicators, its basis, and what needs a person. */
class IndicatorsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);
    private static final Denomination CNY = Denomination.of("CNY");
    private static final Optional<LocalDate> PASSED = Optional.of(LocalDate.of(2024, 3, 1));

    private String authorised = "1000.00";
    private String received = "800.00";
    private Map<PolicyItem, BigDecimal> policy = Map.of();
    private FindingFigures findings = new FindingFigures(0, 0, CNY.zero(), CNY.zero());

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    /** A project in words: planned, allocated, disbursed, paid, and what else matters. */
    private static final class Project {
        private final ProjectId id;
        private boolean inPlan = true;
        private boolean isNew = true;
        private boolean capital;
        private boolean livelihood = true;
        private boolean grassroots;
        private boolean enterprise;
        private String planned = "100.00";
        private String investment = "100.00";
        private String allocated = "0.00";
        private String disbursed = "0.00";
        private String paid = "0.00";
        private String matched = "0.00";
        private String workValue = "0.00";
        private Optional<BigDecimal> physical = Optional.empty();
        private Optional<LocalDate> started = Optional.empty();
        private Optional<LocalDate> completed = Optional.empty();
        private Optional<LocalDate> moved = Optional.empty();

        Project(String id) {
            this.id = new ProjectId(id);
        }

        ProjectFigures figures() {
            return new ProjectFigures(
                    id,
                    new ProjectProfile(
                            "n",
                            "产业",
                            "乌什",
                            Channel.LOCAL,
                            isNew ? Kind.NEW : Kind.CARRIED_OVER,
                            Delivery.CHEQUE,
                            capital,
                            livelihood,
                            grassroots,
                            enterprise),
                    ProjectStatus.PLANNED,
                    inPlan,
                    false,
                    cny(planned),
                    cny(investment),
                    cny(allocated),
                    cny(disbursed),
                    cny(paid),
                    CNY.zero(),
                    CNY.zero(),
                    CNY.zero(),
                    CNY.zero(),
                    cny(matched),
                    physical,
                    cny(workValue),
                    started,
                    completed,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    moved);
        }
    }

    private FundFigures fund(Project... projects) {
        return new FundFigures(
                new FundId("F"),
                new AsOf(DAY, Instant.EPOCH),
                "n",
                "d",
                "r",
                2024,
                Mode.STRICT,
                CNY,
                1,
                cny(authorised),
                cny(received),
                policy,
                findings,
                0,
                Map.of(),
                List.of(projects).stream().map(Project::figures).toList());
    }

    private static Optional<String> value(FundFigures fund, Code code) {
        return Indicators.of(fund).stream()
                .filter(i -> i.code() == code)
                .findFirst()
                .flatMap(Indicator::value)
                .map(BigDecimal::toPlainString);
    }

    private static Project road() {
        Project road = new Project("ROAD");
        road.planned = "400.00";
        road.investment = "300.00";
        road.allocated = "200.00";
        road.disbursed = "100.00";
        road.paid = "60.00";
        road.workValue = "45.00";
        return road;
    }

    @Test
    void moneyRatesSayWhichBasisTheyUse() {
        FundFigures fund = fund(road());
        assertThat(value(fund, Code.RECEIVED_RATE)).contains("80.00");
        assertThat(value(fund, Code.DISBURSEMENT_RATE)).contains("25.00");
        assertThat(value(fund, Code.DISBURSEMENT_RATE_ON_ALLOCATED)).contains("50.00");
        assertThat(value(fund, Code.DISBURSEMENT_RATE_ON_RECEIVED)).contains("12.50");
        assertThat(value(fund, Code.EXECUTION_RATE)).contains("7.50");
        assertThat(value(fund, Code.INVESTMENT_COMPLETION)).contains("15.00");
        assertThat(value(fund, Code.PROGRESS_PAYMENT_GAP)).contains("10.00");
        assertThat(Indicators.of(fund)).allMatch(i -> !i.basis().isBlank());
        assertThat(Indicators.of(fund)).extracting(Indicator::code).doesNotHaveDuplicates();
    }

    @Test
    void aRateAboveOneHundredIsLegal() {
        received = "1016.00";
        assertThat(value(fund(), Code.RECEIVED_RATE)).contains("101.60");
    }

    @Test
    void aZeroDenominatorGivesNoValue() {
        authorised = "0.00";
        FundFigures fund = fund();
        for (Indicator indicator : Indicators.of(fund)) {
            if (indicator.code() != Code.DISBURSEMENT_RATE_ON_RECEIVED
                    && indicator.code() != Code.EXECUTION_RATE) {
                assertThat(indicator.value()).as("%s", indicator).isEmpty();
            }
        }
        assertThat(Indicators.of(fund))
                .extracting(Indicator::code)
                .doesNotContain(Code.PROGRESS_PAYMENT_GAP);
    }

    @Test
    void roundsHalfUpToTwoDecimalsAndKeepsTheExactRatio() {
        Indicator up = rate("1", "8000"); // 0.0125
        assertThat(up.value()).contains(new BigDecimal("0.01"));
        assertThat(rate("3", "20000").value()).contains(new BigDecimal("0.02")); // 0.015
        assertThat(rate("1", "20000").value()).contains(new BigDecimal("0.01")); // 0.005
        assertThat(rate("2", "3").value()).contains(new BigDecimal("66.67"));
        assertThat(rate("2", "3").numerator()).isEqualTo(new BigDecimal("2"));
    }

    private static Indicator rate(String numerator, String denominator) {
        return new Indicator(
                Code.RECEIVED_RATE,
                "a ÷ b",
                new BigDecimal(numerator),
                new BigDecimal(denominator));
    }

    @Test
    void limitsAreComparedExactly() {
        BigDecimal eighty = BigDecimal.valueOf(80);
        assertThat(rate("79996", "100000").value()).contains(new BigDecimal("80.00"));
        assertThat(rate("79996", "100000").isBelow(eighty)).isTrue();
        assertThat(rate("80", "100").isBelow(eighty)).isFalse();
        assertThat(rate("80", "100").isAbove(eighty)).isFalse();
        assertThat(rate("80004", "100000").isAbove(eighty)).isTrue();
        assertThat(rate("1", "0").isBelow(eighty)).isFalse();
        assertThat(rate("1", "0").isAbove(eighty)).isFalse();
    }

    @Test
    void R11_startRateCountsNewProjectsOfThePlanOnly() {
        Project started = new Project("A");
        started.started = PASSED;
        Project waiting = new Project("B");
        Project carriedOver = new Project("C");
        carriedOver.isNew = false;
        carriedOver.started = PASSED;
        Project offPlan = new Project("D");
        offPlan.inPlan = false;
        offPlan.started = PASSED;
        assertThat(value(fund(started, waiting, carriedOver, offPlan), Code.START_RATE))
                .contains("50.00");
    }

    @Test
    void completionRateOfAllAndOfCapitalProjects() {
        Project done = new Project("A");
        done.completed = PASSED;
        Project capital = new Project("B");
        capital.capital = true;
        Project third = new Project("C");
        FundFigures fund = fund(done, capital, third);
        assertThat(value(fund, Code.COMPLETION_RATE)).contains("33.33");
        assertThat(value(fund, Code.COMPLETION_RATE_CAPITAL)).contains("0.00");
    }

    @Test
    void R7_flagsOverlapAndCountPlannedMoneyOnce() {
        Project both = new Project("A");
        both.grassroots = true;
        Project grassroots = new Project("B");
        grassroots.livelihood = false;
        grassroots.grassroots = true;
        Project neither = new Project("C");
        neither.livelihood = false;
        neither.planned = "200.00";
        Project offPlan = new Project("D");
        offPlan.inPlan = false;
        FundFigures fund = fund(both, grassroots, neither, offPlan);
        assertThat(value(fund, Code.LIVELIHOOD_SHARE)).contains("25.00");
        assertThat(value(fund, Code.GRASSROOTS_SHARE)).contains("50.00");
        assertThat(value(fund, Code.LIVELIHOOD_OR_GRASSROOTS_SHARE)).contains("50.00");
        assertThat(alerts(fund, Alert.Kind.FLOOR_MISSED))
                .containsExactly("50.00 % planned, at least 80 % is due");
    }

    @Test
    void R24_rectificationRateByCountAndByAmount() {
        findings = new FindingFigures(33, 33, cny("200.00"), cny("50.00"));
        assertThat(value(fund(), Code.RECTIFICATION_RATE)).contains("100.00");
        assertThat(value(fund(), Code.RECTIFICATION_RATE_BY_AMOUNT)).contains("25.00");
    }

    @Test
    void R8_matchingIsDueFromTenMillionOfEnterpriseProjects() {
        Project large = new Project("A");
        large.enterprise = true;
        large.investment = "10000000.00";
        large.matched = "250000.00";
        Project small = new Project("B");
        small.enterprise = true;
        small.investment = "9999999.99";
        small.matched = "1.00";
        assertThat(value(fund(large, small), Code.MATCHING_RATE)).contains("50.00");
    }

    @Test
    void R15_idleIsWhatDidNotMoveForSoManyDays() {
        Project idle = road();
        idle.moved = Optional.of(DAY.minusDays(180));
        Project lately = road();
        lately.moved = Optional.of(DAY.minusDays(179));
        Project over = road();
        over.moved = idle.moved;
        over.disbursed = "900.00";
        FundFigures fund = fund(idle, lately, over);
        assertThat(fund.totals().idle()).isEqualTo(cny("100.00"));
        assertThat(value(fund, Code.IDLE_SHARE)).contains("16.67");
        assertThat(alerts(fund, Alert.Kind.IDLE)).hasSize(1);
        policy = Map.of(PolicyItem.IDLE_AFTER_DAYS, BigDecimal.valueOf(179));
        assertThat(fund(idle, lately).totals().idle()).isEqualTo(cny("200.00"));
    }

    private static List<String> alerts(FundFigures fund, Alert.Kind kind) {
        return Alerts.of(fund).stream().filter(a -> a.kind() == kind).map(Alert::message).toList();
    }

    @Test
    void R13_paymentAheadOfProgressRaisesAnAlertAboveTheThreshold() {
        Project road = new Project("ROAD");
        road.disbursed = "35.00";
        road.physical = Optional.of(new BigDecimal("20.00"));
        road.workValue = "35.00";
        assertThat(alerts(fund(road), Alert.Kind.GAP)).isEmpty();
        road.disbursed = "35.01";
        assertThat(alerts(fund(road), Alert.Kind.GAP))
                .containsExactly("payment is 15.01 points ahead of progress");
        road.planned = "100000.00";
        road.disbursed = "35004.00";
        road.physical = Optional.of(new BigDecimal("20.00"));
        assertThat(road.figures().gapPoints()).contains(new BigDecimal("15.00"));
        assertThat(alerts(fund(road), Alert.Kind.GAP))
                .containsExactly("payment is 15.00 points ahead of progress");
    }

    /** A fen below half a hundredth of a point of two trillion yuan: rounded once, not twice. */
    @Test
    void theGapIsRoundedHalfUpOnce() {
        Project road = new Project("ROAD");
        road.planned = "2000000000000.00";
        road.disbursed = "100000000.00";
        assertThat(road.figures().gapPoints()).contains(new BigDecimal("0.01"));
        road.disbursed = "99999999.99";
        assertThat(road.figures().gapPoints()).contains(new BigDecimal("0.00"));
        road.physical = Optional.of(new BigDecimal("0.01"));
        assertThat(road.figures().gapPoints()).contains(new BigDecimal("-0.01"));
        road.physical = Optional.of(new BigDecimal("100"));
        assertThat(road.figures().gapPoints()).contains(new BigDecimal("-100.00"));
    }

    @Test
    void theGapOfTheWholeFundRaisesAnAlertToo() {
        Project road = new Project("ROAD");
        road.planned = "10000.00";
        road.investment = "10000.00";
        road.disbursed = "9031.00";
        road.workValue = "5103.00";
        received = "10000.00";
        FundFigures fund = fund(road);
        assertThat(value(fund, Code.PROGRESS_PAYMENT_GAP)).contains("39.28");
        assertThat(alerts(fund, Alert.Kind.GAP))
                .containsExactly("payment is 39.28 points ahead of progress");
    }

    @Test
    void whatCannotBeIsFlagged() {
        Project odd = new Project("A");
        odd.allocated = "10.00";
        odd.disbursed = "20.00";
        odd.paid = "30.00";
        odd.completed = PASSED;
        authorised = "5.00";
        received = "15.00";
        FundFigures fund = fund(odd);
        assertThat(Alerts.of(fund))
                .extracting(Alert::kind)
                .contains(
                        Alert.Kind.OVERDISBURSED,
                        Alert.Kind.OVERPAID,
                        Alert.Kind.CASH_SHORT,
                        Alert.Kind.OVERALLOCATED,
                        Alert.Kind.IMPOSSIBLE_COUNT);
        policy =
                Map.of(
                        PolicyItem.WATCH_CASH, BigDecimal.ZERO,
                        PolicyItem.WATCH_AUTHORITY, BigDecimal.ZERO);
        assertThat(Alerts.of(fund(odd)))
                .extracting(Alert::kind)
                .doesNotContain(Alert.Kind.CASH_SHORT, Alert.Kind.OVERALLOCATED);
    }

    @Test
    void totalsByAnyProperty() {
        Map<String, Totals> byPlace =
                fund(road(), new Project("B")).totalsBy(p -> p.profile().place());
        assertThat(byPlace).containsOnlyKeys("乌什");
        assertThat(byPlace.get("乌什"))
                .extracting(Totals::projects, Totals::planned)
                .containsExactly(2, cny("500.00"));
    }
}
