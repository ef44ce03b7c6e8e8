package org.aidledger.fund;

import static org.aidledger.fund.Asks.allocate;
import static org.aidledger.fund.Asks.receive;
import static org.aidledger.fund.Asks.setPolicy;
import static org.aidledger.fund.FundFixture.rejected;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.VOUCHER;
import static org.aidledger.fund.Words.breach;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.day;
import static org.aidledger.fund.Words.on;
import static org.aidledger.fund.Words.opened;
import static org.aidledger.fund.Words.planned;
import static org.aidledger.fund.Words.received;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.fund.GovernanceCommand.HandOver;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.ReopenPeriod;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.GovernanceEvent.FiguresStated;
import org.aidledger.fund.GovernanceEvent.HandedOver;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.GovernanceEvent.PeriodReopened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.AmountTooLarge;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.fund.RequestRefused.FundAlreadyOpen;
import org.aidledger.fund.RequestRefused.PeriodAlreadyClosed;
import org.aidledger.fund.RequestRefused.PeriodNotClosed;
import org.aidledger.fund.RequestRefused.ProjectUnknown;
import org.aidledger.fund.RuleBroken.FiguresContradict;
import org.aidledger.fund.StatedFigures.AtMost;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;

/** The fund itself: opening, policy, periods, hand-over, published figures, batches. */
class GovernanceRulesTest {

    private static OpenFund open(int scale, Money authorised) {
        return on(
                "2024-01-01",
                new OpenFund(
                        FUND,
                        VOUCHER,
                        "浙江援助阿克苏2024",
                        "浙江",
                        "阿克苏",
                        2024,
                        Mode.STRICT,
                        scale,
                        EnumSet.of(Channel.LOCAL),
                        authorised));
    }

    private static FundFixture fund() {
        return new FundFixture().given(opened("100.00"));
    }

    // Opening

    @Test
    void opensOnce() {
        new FundFixture().when(open(2, cny("100.00"))).expectEvents(opened("100.00"));
        fund().when(open(2, cny("100.00"))).expectException(rejected(new FundAlreadyOpen(FUND)));
        fund().when(on("2023-01-01", open(2, cny("100.00"))))
                .expectException(rejected(new FundAlreadyOpen(FUND)));
    }

    @Test
    void countsInItsOwnScaleFromTheOpeningOn() {
        new FundFixture()
                .when(open(4, cny("100.00")))
                .expectEvents(
                        new GovernanceEvent.FundOpened(
                                FUND,
                                VOUCHER,
                                "浙江援助阿克苏2024",
                                "浙江",
                                "阿克苏",
                                2024,
                                Mode.STRICT,
                                4,
                                Set.of(Channel.LOCAL),
                                cny("100.0000")));
    }

    @Test
    void opensWithWhatCanBeCounted() {
        Denomination fen = Denomination.of("CNY");
        Money most = new Money(Long.MAX_VALUE / 4, fen);
        Money more = most.plus(cny("0.01"));
        new FundFixture().when(open(2, most)).expectAccepted(1);
        new FundFixture()
                .when(open(2, more))
                .expectException(rejected(new AmountTooLarge(more, most)));
    }

    @Test
    void anOpeningWithoutSenseIsMalformed() {
        assertThatThrownBy(() -> open(1, cny("1.00"))).hasMessageContaining("scale");
        assertThatThrownBy(() -> open(7, cny("1.00"))).hasMessageContaining("scale");
        assertThatThrownBy(() -> open(2, cny("1.001"))).hasMessageContaining("2 decimals");
        assertThatThrownBy(() -> open(2, cny("-0.01"))).hasMessageContaining("zero or more");
    }

    // Policy

    @Test
    void settlesPoliciesWithinTheirRange() {
        fund().when(setPolicy(PolicyItem.RETENTION_PERCENT, "100"))
                .expectEvents(
                        new PolicySet(
                                FUND,
                                VOUCHER,
                                PolicyItem.RETENTION_PERCENT,
                                new BigDecimal("100")));
        for (String value : List.of("-0.01", "100.01", "1e999999999")) {
            assertThatThrownBy(() -> setPolicy(PolicyItem.RETENTION_PERCENT, value))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> setPolicy(PolicyItem.IDLE_AFTER_DAYS, "1.5"))
                .hasMessageContaining("whole");
        assertThatThrownBy(() -> setPolicy(PolicyItem.WATCH_CASH, "0.5"))
                .hasMessageContaining("whole");
        assertThat(setPolicy(PolicyItem.IDLE_AFTER_DAYS, "90.0").value())
                .isEqualByComparingTo("90");
    }

    // Periods

    @Test
    void closesPeriodsOnwards() {
        fund().when(new ClosePeriod(FUND, VOUCHER, day("2024-02-29")))
                .expectEvents(new PeriodClosed(FUND, VOUCHER, day("2024-02-29")));
        FundFixture closed = fund().given(new PeriodClosed(FUND, VOUCHER, day("2024-02-29")));
        closed.when(new ClosePeriod(FUND, VOUCHER, day("2024-02-29")))
                .expectException(rejected(new PeriodAlreadyClosed(day("2024-02-29"))));
        closed.when(new ClosePeriod(FUND, VOUCHER, day("2024-03-01"))).expectAccepted(1);
    }

    @Test
    void reopensWhatIsClosed() {
        FundFixture closed = fund().given(new PeriodClosed(FUND, VOUCHER, day("2024-02-29")));
        closed.when(new ReopenPeriod(FUND, VOUCHER, day("2024-02-29"), "late voucher"))
                .expectEvents(new PeriodReopened(FUND, VOUCHER, day("2024-02-29"), "late voucher"));
        closed.when(new ReopenPeriod(FUND, VOUCHER, day("2024-03-01"), "late voucher"))
                .expectException(rejected(new PeriodNotClosed(day("2024-03-01"))));
        fund().when(new ReopenPeriod(FUND, VOUCHER, day("2024-01-01"), "late voucher"))
                .expectException(rejected(new PeriodNotClosed(day("2024-01-01"))));
    }

    @Test
    void aReopenedDayTakesPostingsTheDayBeforeDoesNot() {
        FundFixture reopened =
                fund().given(
                                new PeriodClosed(FUND, VOUCHER, day("2024-02-29")),
                                new PeriodReopened(
                                        FUND, VOUCHER, day("2024-02-10"), "late voucher"));
        reopened.when(on("2024-02-10", receive("1.00"))).expectAccepted(1);
        reopened.when(on("2024-02-09", receive("1.00")))
                .expectException(
                        rejected(
                                new RequestRefused.PeriodClosed(
                                        day("2024-02-09"), day("2024-02-10"))));
    }

    @Test
    void R29_oneBatchOfOfficersHandsOverToTheNext() {
        fund().when(new HandOver(FUND, VOUCHER, "第九批", "第十批", "车辆12台", "档案一式两份"))
                .expectEvents(new HandedOver(FUND, VOUCHER, "第九批", "第十批", "车辆12台", "档案一式两份"));
        assertThatThrownBy(() -> new HandOver(FUND, VOUCHER, "第九批", "第十批", " ", "all"))
                .hasMessageContaining("assets");
    }

    @Test
    void publishedFiguresThatContradictEachOtherAreKeptAndNoted() {
        List<StatedFigures> figures =
                List.of(
                        new AtMost("竣工/开工", BigDecimal.valueOf(34), BigDecimal.valueOf(32)),
                        new AtMost("开工/计划", BigDecimal.valueOf(32), BigDecimal.valueOf(102)));
        fund().when(new StateFigures(FUND, VOUCHER, "通报", figures))
                .expectEvents(
                        new FiguresStated(FUND, VOUCHER, "通报", figures),
                        breach(FUND.value(), new FiguresContradict("竣工/开工: 34 of 32")));
    }

    // Batches

    @Test
    void aBatchOpensAFundAndPostsToIt() {
        new FundFixture()
                .when(
                        new PostBatch(
                                FUND,
                                BatchMode.ATOMIC,
                                List.of(
                                        Words.as("o-1", open(2, cny("100.00"))),
                                        Words.as("r-1", receive("5.00")))))
                .expectOutcome(
                        List.of(
                                new Accepted(FUND.value(), 0, 1),
                                new Accepted(FUND.value(), 1, 1)));
    }

    @Test
    void anAtomicBatchIsRefusedWholeAndNamesTheLine() {
        fund().given(planned(ROAD))
                .when(
                        new PostBatch(
                                FUND,
                                BatchMode.ATOMIC,
                                List.of(
                                        Words.as("a-1", allocate(ROAD, "5.00")),
                                        Words.as("a-2", allocate(Words.FARM, "5.00")))))
                .expectException(rejected(new BatchRefused(2, new ProjectUnknown(Words.FARM))));
    }

    @Test
    void eachLineOfABatchMayStandOnItsOwn() {
        fund().given(planned(ROAD))
                .when(
                        new PostBatch(
                                FUND,
                                BatchMode.EACH,
                                List.of(
                                        Words.as("a-1", allocate(ROAD, "60.00")),
                                        Words.as("a-2", allocate(Words.FARM, "5.00")),
                                        Words.as("a-1", allocate(ROAD, "60.00")),
                                        Words.as("a-3", allocate(ROAD, "40.00")))))
                .expectAccepted(2)
                .expectOutcome(
                        List.of(
                                new Accepted(FUND.value(), 6, 1),
                                new Refused(new ProjectUnknown(Words.FARM)),
                                new Accepted(FUND.value(), 6, 0),
                                new Accepted(FUND.value(), 7, 1)));
    }

    @Test
    void aBatchIsForOneFundAndNotEmpty() {
        assertThatThrownBy(() -> new PostBatch(FUND, BatchMode.EACH, List.of()))
                .hasMessageContaining("at least one");
        assertThatThrownBy(() ->
                        new PostBatch(
                                new FundId("other"), BatchMode.EACH, List.of(receive("1.00"))))
                .hasMessageContaining("other");
    }

    // Requests

    @Test
    void aRepeatedRequestIsAnsweredAgainAndAppendsNothing() {
        fund().given(Words.as("r-1", received("60.00")))
                .when(Words.as("r-1", receive("60.00")))
                .expectRepeated(1);
        fund().given(Words.as("r-1", received("60.00")))
                .when(Words.as("r-1", receive("60.0")))
                .expectRepeated(1);
    }

    @Test
    void aRepeatedRequestIsAnsweredEvenInAClosedPeriod() {
        fund().given(
                        Words.as("r-1", received("60.00")),
                        new PeriodClosed(FUND, VOUCHER, day("2024-12-31")))
                .when(Words.as("r-1", receive("60.00")))
                .expectRepeated(1);
    }

    @Test
    void theSameIdWithOtherContentNamesTheFields() {
        FundFixture posted = fund().given(Words.as("r-1", received("60.00")));
        posted.when(on("2024-03-02", Words.as("r-1", receive("60.01"))))
                .expectException(
                        rejected(
                                new RequestRefused.PostingIdReused(
                                        FundFixture.posting("r-1"),
                                        List.of("amount", "effective"),
                                        1)));
        posted.when(Words.as("r-1", Asks.returnFunds("60.00")))
                .expectException(
                        rejected(
                                new RequestRefused.PostingIdReused(
                                        FundFixture.posting("r-1"), List.of("command"), 1)));
    }
}
