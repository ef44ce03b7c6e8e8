package org.aidledger.api.demo;

import static org.aidledger.api.demo.Played.alerts;
import static org.aidledger.api.demo.Played.cny;
import static org.aidledger.api.demo.Played.rate;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTest {

    private static final Played PLAYED = Played.under(Scenario.SEED);
    private static final String AKSU = "zhejiang-aksu-2024";
    private static final String TAIZHOU = "taizhou-division1-2022";
    private static final String WUSHAN = "wushan-2022";
    private static final String QUZHOU = "quzhou-wushi-2021";
    private static final String QUZHOU_EARLIER = "quzhou-wushi-2020";
    private static final String TACHENG = "tacheng-2017";

    /** The published figures are composed, not drawn: they hold whatever is drawn around them. */
    @ParameterizedTest
    @ValueSource(longs = {Scenario.SEED, 1, 2, 3, 42, -7})
    void aksuHalfYearShowsThePublishedRates(long seed) {
        FundFigures june = Played.under(seed).at(AKSU, "2024-06-30");
        assertThat(rate(june, Code.DISBURSEMENT_RATE)).isEqualByComparingTo("90.31");
        assertThat(rate(june, Code.START_RATE)).isEqualByComparingTo("84.33");
        assertThat(rate(june, Code.INVESTMENT_COMPLETION)).isEqualByComparingTo("51.03");
        assertThat(rate(june, Code.PROGRESS_PAYMENT_GAP)).isEqualByComparingTo("39.28");
        assertThat(alerts(june, Alert.Kind.GAP))
                .contains(
                        new Alert(
                                Alert.Kind.GAP, AKSU, "payment is 39.28 points ahead of progress"));
    }

    @Test
    void aksuHalfYearLookedOtherwiseOnTheFifthOfJuly() {
        FundFigures then = PLAYED.at(AKSU, "2024-06-30", "2024-07-05T23:59:59Z");
        assertThat(rate(then, Code.START_RATE)).isEqualByComparingTo("83.58");
        assertThat(rate(then, Code.DISBURSEMENT_RATE)).isLessThan(of("90.31"));
        assertThat(rate(then, Code.INVESTMENT_COMPLETION)).isLessThan(of("51.03"));
        FundFigures later = PLAYED.at(AKSU, "2024-06-30", "2024-07-11T23:59:59Z");
        assertThat(rate(later, Code.DISBURSEMENT_RATE)).isEqualByComparingTo("90.31");
    }

    @Test
    void aksuPlanHasOneCancelledAndOneDeferredProjectAndTwoAdjustments() {
        FundFigures june = PLAYED.at(AKSU, "2024-06-30");
        assertThat(june.projects())
                .extracting(ProjectFigures::status)
                .containsOnlyOnce(ProjectStatus.CANCELLED, ProjectStatus.DEFERRED);
        FundFigures december = PLAYED.at(AKSU, "2024-12-31");
        assertThat(december.planVersion()).isEqualTo(3);
        assertThat(december.totals().planned()).isEqualTo(cny("2040000000"));
        assertThat(december.projects()).hasSize(163);
        assertThat(events(AKSU, AdjustmentApproved.class))
                .extracting(e -> e.admitted().size())
                .containsExactly(2, 0);
    }

    @Test
    void taizhouHasFortyNineProjectsAndOneAtEightyThreePercent() {
        FundFigures august = PLAYED.at(TAIZHOU, "2022-08-31");
        assertThat(august.totals().projects()).isEqualTo(49);
        assertThat(august.totals().planned()).isEqualTo(cny("342000000"));
        assertThat(august.projects())
                .filteredOn(p -> p.profile().name().equals("六团二连乡村振兴项目"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.planned()).isEqualTo(cny("4400000"));
                    assertThat(p.physicalPercent()).hasValue(of("83"));
                });
        assertThat(rate(august, Code.LIVELIHOOD_OR_GRASSROOTS_SHARE)).isEqualByComparingTo("83");
        assertThat(august.projects())
                .filteredOn(p -> p.profile().capital())
                .allSatisfy(
                        p -> assertThat(p.started().orElseThrow().getMonthValue()).isEqualTo(3));
        assertThat(alerts(august, Alert.Kind.IDLE)).hasSize(1);
        assertThat(alerts(august, Alert.Kind.GAP))
                .anyMatch(a -> a.message().startsWith("payment is 51."));
        assertThat(alerts(PLAYED.at(TAIZHOU, "2022-12-31"), Alert.Kind.IDLE)).isEmpty();
    }

    @Test
    void wushanReclaimsWhatLiesIdleOrStraysAndUsesAllOfItElsewhere() {
        FundFigures before = PLAYED.at(WUSHAN, "2022-08-15");
        assertThat(before.totals().projects()).isEqualTo(173);
        assertThat(before.totals().planned()).isEqualTo(cny("8600000000"));
        assertThat(alerts(before, Alert.Kind.IDLE)).hasSize(3);
        Money reclaimed = sum(events(WUSHAN, FundsReclaimed.class).map(FundsReclaimed::amount));
        assertThat(events(WUSHAN, FundsReclaimed.class)).hasSize(5);
        assertThat(sum(events(WUSHAN, FundsReallocated.class).map(FundsReallocated::amount)))
                .isEqualTo(reclaimed);
        FundFigures after = PLAYED.at(WUSHAN, "2022-09-30");
        assertThat(after.totals().reclaimed()).isEqualTo(reclaimed);
        assertThat(after.totals().allocated()).isEqualTo(before.totals().allocated());
        assertThat(alerts(after, Alert.Kind.IDLE)).isEmpty();
    }

    @Test
    void quzhouClosesThirtyThreeFindingsAndRecoversFromTheYearBefore() {
        FundFigures year = PLAYED.at(QUZHOU, "2021-12-31");
        assertThat(year.findings().raised()).isEqualTo(33);
        assertThat(year.findings().closed()).isEqualTo(33);
        assertThat(rate(year, Code.RECTIFICATION_RATE)).isEqualByComparingTo("100");
        assertThat(events(QUZHOU, FindingClosed.class)).hasSize(34);
        assertThat(events(QUZHOU, FindingReopened.class)).hasSize(1);
        assertThat(events(QUZHOU, HandedOver.class))
                .singleElement()
                .satisfies(e -> assertThat(e.fromBatch() + e.toBatch()).isEqualTo("第九批第十批"));
        assertThat(PLAYED.at(QUZHOU_EARLIER, "2021-12-31").totals().recovered())
                .isEqualTo(cny("9784"));
        assertThat(PLAYED.at(QUZHOU_EARLIER, "2020-12-31").totals().recovered().isZero()).isTrue();
    }

    @Test
    void quzhouPublishedSharesAreFlagged() {
        assertThat(breaches(QUZHOU))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.code()).isEqualTo("FIGURES_CONTRADICT");
                    assertThat(b.message()).contains("differ by at least 177");
                });
        FundFigures year = PLAYED.at(QUZHOU, "2021-12-31");
        assertThat(year.totalsBy(p -> p.profile().category()))
                .hasEntrySatisfying(
                        "产业",
                        t -> {
                            assertThat(t.projects()).isEqualTo(8);
                            assertThat(t.planned()).isEqualTo(cny("83710000"));
                        })
                .hasEntrySatisfying(
                        "民生",
                        t -> {
                            assertThat(t.projects()).isEqualTo(24);
                            assertThat(t.planned()).isEqualTo(cny("185300000"));
                        });
        assertThat(rate(year, Code.LIVELIHOOD_OR_GRASSROOTS_SHARE)).isEqualByComparingTo("88.08");
    }

    @Test
    void tachengKeepsWhatBreaksTheRulesAndSaysSo() {
        FundFigures year = PLAYED.at(TACHENG, "2017-12-31");
        assertThat(year.totals().projects()).isEqualTo(102);
        assertThat(breaches(TACHENG))
                .extracting(BreachNoted::code)
                .containsExactlyInAnyOrder(
                        "ALLOCATION_EXCEEDED",
                        "DISBURSEMENT_EXCEEDED",
                        "NOT_STARTED",
                        "NOT_STARTED",
                        "FIGURES_CONTRADICT",
                        "FIGURES_CONTRADICT");
        assertThat(alerts(year, Alert.Kind.IMPOSSIBLE_COUNT))
                .extracting(Alert::message)
                .containsExactly("34 completed of 32 started");
    }

    @Test
    void strictFundsNoteOnlyTheStartBeforeApproval() {
        assertThat(
                        Stream.of(AKSU, TAIZHOU, WUSHAN, QUZHOU_EARLIER)
                                .flatMap(ScenarioTest::breaches)
                                .map(BreachNoted::code))
                .containsExactly("STARTED_BEFORE_APPROVAL");
    }

    private static java.math.BigDecimal of(String number) {
        return new java.math.BigDecimal(number);
    }

    private static Money sum(Stream<Money> amounts) {
        return amounts.reduce(cny("0"), Money::plus);
    }

    private static Stream<BreachNoted> breaches(String fund) {
        return events(fund, BreachNoted.class);
    }

    private static <E extends LedgerEvent> Stream<E> events(String fund, Class<E> type) {
        return PLAYED.ledger().events(new FundId(fund)).stream()
                .map(Recorded::event)
                .filter(type::isInstance)
                .map(type::cast);
    }
}
