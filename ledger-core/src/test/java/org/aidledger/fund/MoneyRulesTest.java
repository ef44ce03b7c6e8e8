package org.aidledger.fund;

import static org.aidledger.fund.Asks.allocate;
import static org.aidledger.fund.Asks.authorise;
import static org.aidledger.fund.Asks.disburse;
import static org.aidledger.fund.Asks.ofReclaim;
import static org.aidledger.fund.Asks.pay;
import static org.aidledger.fund.Asks.payDirect;
import static org.aidledger.fund.Asks.reallocate;
import static org.aidledger.fund.Asks.receive;
import static org.aidledger.fund.Asks.reclaim;
import static org.aidledger.fund.Asks.reclaimAll;
import static org.aidledger.fund.Asks.recover;
import static org.aidledger.fund.Asks.reverse;
import static org.aidledger.fund.Asks.under;
import static org.aidledger.fund.FundFixture.posting;
import static org.aidledger.fund.FundFixture.rejected;
import static org.aidledger.fund.Words.DAY;
import static org.aidledger.fund.Words.FARM;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.SCHOOL;
import static org.aidledger.fund.Words.VOUCHER;
import static org.aidledger.fund.Words.allocated;
import static org.aidledger.fund.Words.as;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.day;
import static org.aidledger.fund.Words.disbursed;
import static org.aidledger.fund.Words.enrolled;
import static org.aidledger.fund.Words.on;
import static org.aidledger.fund.Words.opened;
import static org.aidledger.fund.Words.paid;
import static org.aidledger.fund.Words.planned;
import static org.aidledger.fund.Words.policy;
import static org.aidledger.fund.Words.profile;
import static org.aidledger.fund.Words.received;
import static org.aidledger.fund.Words.reclaimed;
import static org.aidledger.fund.Words.started;

import java.util.List;
import java.util.Optional;
import org.aidledger.event.PostingId;
import org.aidledger.event.StoredAs;
import org.aidledger.fund.GovernanceEvent.PeriodClosed;
import org.aidledger.fund.MoneyCommand.RecordFlow;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.FundsRecovered;
import org.aidledger.fund.MoneyEvent.Mirrored;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.Portion.Whole;
import org.aidledger.fund.RequestRefused.AlreadyReversed;
import org.aidledger.fund.RequestRefused.AmountNegative;
import org.aidledger.fund.RequestRefused.AmountNotPositive;
import org.aidledger.fund.RequestRefused.AmountTooLarge;
import org.aidledger.fund.RequestRefused.AmountZero;
import org.aidledger.fund.RequestRefused.BeforeEnrolment;
import org.aidledger.fund.RequestRefused.BeforeOpening;
import org.aidledger.fund.RequestRefused.CurrencyMismatch;
import org.aidledger.fund.RequestRefused.FundUnknown;
import org.aidledger.fund.RequestRefused.NotReversible;
import org.aidledger.fund.RequestRefused.NothingUnspent;
import org.aidledger.fund.RequestRefused.PostingUnknown;
import org.aidledger.fund.RequestRefused.ProjectUnknown;
import org.aidledger.fund.RequestRefused.ReversalTooEarly;
import org.aidledger.fund.RequestRefused.TooManyDecimals;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.fund.RuleBroken.CrossChannel;
import org.aidledger.fund.RuleBroken.ProjectFrozen;
import org.aidledger.fund.RuleBroken.ProjectIsClosed;
import org.aidledger.fund.RuleBroken.ProjectOffPlan;
import org.aidledger.fund.RuleBroken.ReclaimNotEnough;
import org.aidledger.fund.WorksEvent.ProjectClosed;
import org.aidledger.fund.WorksEvent.ProjectUnfrozen;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Movement;
import org.aidledger.posting.PostingRules;
import org.aidledger.posting.Transfer;
import org.junit.jupiter.api.Test;

/** What money may go where, besides the ceilings. */
class MoneyRulesTest {

    private final FundFixture fund = new FundFixture();

    private FundFixture road() {
        return new FundFixture().given(opened("200.00"), planned(ROAD, SCHOOL), received("200.00"));
    }

    private FundFixture roadAllocated() {
        return road().given(allocated(ROAD, "60.00"));
    }

    // Amounts and dates

    @Test
    void refusesAnAmountOfNothing() {
        road().when(receive("0.00")).expectException(rejected(new AmountNotPositive(cny("0.00"))));
        road().when(authorise("0.00")).expectException(rejected(new AmountZero()));
        road().when(disburse(ROAD, "-0.01"))
                .expectException(rejected(new AmountNotPositive(cny("-0.01"))));
    }

    @Test
    void refusesNegativePlannedMoney() {
        fund.given(opened("1.00"))
                .when(
                        new PlanCommand.EnrolProject(
                                FUND, VOUCHER, ROAD, profile(true), cny("0.00"), cny("-0.01")))
                .expectException(rejected(new AmountNegative(cny("-0.01"))));
    }

    @Test
    void refusesAnotherCurrency() {
        road().when(new MoneyCommand.Receive(FUND, VOUCHER, Money.of("1.00", "EUR")))
                .expectException(rejected(new CurrencyMismatch("EUR", "CNY")));
    }

    @Test
    void takesMoreDecimalsOnlyIfTheyAreZero() {
        road().when(receive("0.010")).expectEvents(received("0.01"));
        road().when(receive("0.011"))
                .expectException(rejected(new TooManyDecimals(cny("0.011"), 2)));
    }

    @Test
    void refusesWhatCouldOverflow() {
        Money most = new Money(Long.MAX_VALUE / 4 - 20_000, cny("0.00").denomination());
        fund.given(opened("100.00"), received("100.00"))
                .when(new MoneyCommand.Receive(FUND, VOUCHER, most))
                .expectAccepted(1);
        Money more = most.plus(cny("0.01"));
        new FundFixture()
                .given(opened("100.00"), received("100.00"))
                .when(new MoneyCommand.Receive(FUND, VOUCHER, more))
                .expectException(rejected(new AmountTooLarge(more, most)));
    }

    @Test
    void plannedMoneyCountsTowardsOverflowToo() {
        Money half = new Money(Long.MAX_VALUE / 8, cny("0.00").denomination());
        Money left = new Money(Long.MAX_VALUE / 4 - Long.MAX_VALUE / 8, half.denomination());
        fund.given(
                        opened("0.00"),
                        new PlanEvent.ProjectEnrolled(
                                FUND, VOUCHER, ROAD, profile(true), half, cny("0.00")))
                .when(
                        new PlanCommand.PlanPhase(
                                FUND, VOUCHER, ROAD, left.plus(cny("0.01")), cny("0.00")))
                .expectException(rejected(new AmountTooLarge(left.plus(cny("0.01")), left)));
    }

    @Test
    void knowsNoFundBeforeItIsOpened() {
        fund.when(receive("1.00")).expectException(rejected(new FundUnknown(FUND)));
    }

    @Test
    void takesNothingFromBeforeTheOpening() {
        fund.given(opened("1.00"))
                .when(on("2024-01-01", receive("1.00")))
                .expectEvents(received("1.00"));
        new FundFixture()
                .given(opened("1.00"))
                .when(on("2023-12-31", receive("1.00")))
                .expectException(rejected(new BeforeOpening(day("2023-12-31"), day("2024-01-01"))));
    }

    @Test
    void R17_aClosedPeriodTakesNoPosting() {
        road().given(new PeriodClosed(FUND, VOUCHER, day("2024-02-29")))
                .when(on("2024-02-29", receive("1.00")))
                .expectException(
                        rejected(
                                new RequestRefused.PeriodClosed(
                                        day("2024-02-29"), day("2024-03-01"))));
    }

    @Test
    void R17_theDayAfterAClosedPeriodIsOpen() {
        road().given(new PeriodClosed(FUND, VOUCHER, day("2024-02-29")))
                .when(on("2024-03-01", receive("1.00")))
                .expectAccepted(1);
    }

    // Who may take money

    @Test
    void R1_noMoneyForAnUnknownProject() {
        road().when(allocate(FARM, "1.00")).expectException(rejected(new ProjectUnknown(FARM)));
    }

    @Test
    void R1_noMoneyForAProjectOutsideThePlan() {
        road().given(enrolled(FARM, "10.00"))
                .when(allocate(FARM, "1.00"))
                .expectException(rejected(new ProjectOffPlan(FARM, Optional.empty())));
    }

    @Test
    void R1_noMoneyBeforeThePlanIsIssued() {
        road().when(on("2024-01-04", allocate(ROAD, "1.00")))
                .expectException(
                        rejected(new ProjectOffPlan(ROAD, Optional.of(day("2024-01-05")))));
        road().when(on("2024-01-05", allocate(ROAD, "1.00"))).expectAccepted(1);
    }

    @Test
    void aFundThatDoesNotWatchItsPlanGivesToAnyEnrolledProject() {
        road().given(enrolled(FARM, "10.00"), policy(PolicyItem.WATCH_PLAN, "0"))
                .when(allocate(FARM, "1.00"))
                .expectAccepted(1);
    }

    @Test
    void nothingOfAProjectBeforeItsEnrolment() {
        road().when(on("2024-01-01", allocate(ROAD, "1.00")))
                .expectException(
                        rejected(new BeforeEnrolment(ROAD, day("2024-01-01"), day("2024-01-02"))));
    }

    private FundFixture frozen() {
        return roadAllocated()
                .given(
                        disbursed(ROAD, "20.00"),
                        started(ROAD),
                        on(
                                "2024-03-10",
                                new WorksEvent.ProjectFrozen(FUND, VOUCHER, ROAD, "audit")));
    }

    @Test
    void aFrozenProjectTakesNoOutgoingMoney() {
        ProjectFrozen refusal = new ProjectFrozen(ROAD, day("2024-03-10"));
        for (FundCommand outgoing :
                List.<FundCommand>of(
                        allocate(ROAD, "1.00"),
                        disburse(ROAD, "1.00"),
                        pay(ROAD, "1.00"),
                        payDirect(ROAD, "1.00"))) {
            new MoneyRulesTest()
                    .frozen()
                    .when(on("2024-03-10", outgoing))
                    .expectException(rejected(refusal));
        }
    }

    @Test
    void whileAFreezeIsInForceNothingIsPostedBeforeItEither() {
        frozen().when(disburse(ROAD, "1.00"))
                .expectException(rejected(new ProjectFrozen(ROAD, day("2024-03-10"))));
    }

    @Test
    void moneyMayComeBackFromAFrozenProject() {
        frozen().when(on("2024-03-11", reclaimAll(ROAD))).expectAccepted(1);
        frozen().when(on("2024-03-11", recover(ROAD, "20.00", RecoveredFrom.DISBURSEMENT)))
                .expectAccepted(1);
    }

    @Test
    void onceLiftedAFreezeStopsOnlyTheDaysItCovered() {
        FundFixture lifted =
                frozen().given(on("2024-03-20", new ProjectUnfrozen(FUND, VOUCHER, ROAD, "ok")));
        lifted.when(on("2024-03-19", disburse(ROAD, "1.00")))
                .expectException(rejected(new ProjectFrozen(ROAD, day("2024-03-10"))));
        lifted.when(on("2024-03-20", disburse(ROAD, "1.00"))).expectAccepted(1);
        lifted.when(on("2024-03-09", disburse(ROAD, "1.00"))).expectAccepted(1);
    }

    @Test
    void aClosedProjectTakesNoMoney() {
        roadAllocated()
                .given(on("2024-06-01", new ProjectClosed(FUND, VOUCHER, ROAD)))
                .when(disburse(ROAD, "1.00"))
                .expectException(rejected(new ProjectIsClosed(ROAD, day("2024-06-01"))));
    }

    @Test
    void R25_recoversFromAClosedProjectOfAnEarlierYear() {
        roadAllocated()
                .given(
                        started(ROAD),
                        disbursed(ROAD, "60.00"),
                        paid(ROAD, "60.00"),
                        on("2024-06-01", new ProjectClosed(FUND, VOUCHER, ROAD)))
                .when(on("2026-05-01", recover(ROAD, "9.78", RecoveredFrom.PAYMENT)))
                .expectEvents(
                        new FundsRecovered(
                                FUND,
                                VOUCHER,
                                ROAD,
                                cny("9.78"),
                                RecoveredFrom.PAYMENT,
                                "F-1",
                                "2022"));
    }

    // Reclaim and reallocate

    @Test
    void R15_reclaimsTheWholeUnspentBalanceUnlessAnAmountIsGiven() {
        roadAllocated()
                .given(disbursed(ROAD, "20.00"), on("2024-05-01", disbursed(ROAD, "15.00")))
                .when(reclaimAll(ROAD))
                .expectEvents(
                        new FundsReclaimed(
                                FUND,
                                VOUCHER,
                                ROAD,
                                new Whole(),
                                ReclaimReason.IDLE,
                                "minutes 1",
                                cny("25.00")));
        roadAllocated().when(reclaim(ROAD, "10.00")).expectEvents(reclaimed(ROAD, "10.00"));
    }

    @Test
    void R15_nothingUnspentNothingToReclaim() {
        roadAllocated()
                .given(disbursed(ROAD, "60.00"))
                .when(reclaimAll(ROAD))
                .expectException(rejected(new NothingUnspent(ROAD)));
    }

    private FundFixture reclaimed30() {
        return roadAllocated().given(on("2024-03-05", as("reclaim", reclaimed(ROAD, "30.00"))));
    }

    private static FundsReallocated reallocated(String amount) {
        return new FundsReallocated(FUND, VOUCHER, ROAD, SCHOOL, cny(amount), ofReclaim("reclaim"));
    }

    @Test
    void R15_reallocatesWhatWasReclaimed() {
        reclaimed30()
                .when(on("2024-03-05", reallocate(ROAD, SCHOOL, "30.00", ofReclaim("reclaim"))))
                .expectEvents(reallocated("30.00"));
    }

    @Test
    void R15_reallocatesNoMoreThanWasReclaimed() {
        reclaimed30()
                .given(on("2024-03-06", reallocated("10.00")))
                .when(on("2024-03-06", reallocate(ROAD, SCHOOL, "20.01", ofReclaim("reclaim"))))
                .expectException(
                        rejected(
                                new ReclaimNotEnough(
                                        posting("reclaim"), cny("20.01"), cny("20.00"))));
    }

    @Test
    void R15_reallocatesNothingBeforeItWasReclaimed() {
        reclaimed30()
                .when(on("2024-03-04", reallocate(ROAD, SCHOOL, "0.01", ofReclaim("reclaim"))))
                .expectException(
                        rejected(
                                new ReclaimNotEnough(
                                        posting("reclaim"), cny("0.01"), cny("0.00"))));
    }

    @Test
    void R15_aReclaimIsNotReversedWhileItsMoneyIsElsewhere() {
        reclaimed30()
                .given(on("2024-03-06", as("moved", reallocated("10.00"))))
                .when(on("2024-03-07", reverse("reclaim")))
                .expectException(
                        rejected(
                                new ReclaimNotEnough(
                                        posting("reclaim"), cny("30.00"), cny("20.00"))));
    }

    @Test
    void R15_aReclaimIsReversedOnceItsReallocationIs() {
        reclaimed30()
                .given(
                        on("2024-03-06", as("moved", reallocated("10.00"))),
                        on("2024-03-08", mirror("moved", reallocated("10.00"), "2024-03-06")))
                .when(on("2024-03-08", reverse("reclaim")))
                .expectAccepted(1);
    }

    @Test
    void onlyTheReclaimedProjectsMoneyIsReallocated() {
        reclaimed30()
                .when(on("2024-03-05", reallocate(SCHOOL, ROAD, "1.00", ofReclaim("reclaim"))))
                .expectException(rejected(new PostingUnknown(posting("reclaim"))));
        roadAllocated()
                .given(as("other", received("5.00")))
                .when(reallocate(ROAD, SCHOOL, "1.00", ofReclaim("other")))
                .expectException(rejected(new PostingUnknown(posting("other"))));
    }

    @Test
    void R30_noReallocationAcrossChannels() {
        road().given(
                        enrolled(FARM, "10.00", profile(true, Channel.BINGTUAN)),
                        policy(PolicyItem.WATCH_PLAN, "0"),
                        allocated(ROAD, "60.00"),
                        on("2024-03-05", as("reclaim", reclaimed(ROAD, "30.00"))))
                .when(on("2024-03-05", reallocate(ROAD, FARM, "1.00", ofReclaim("reclaim"))))
                .expectException(
                        rejected(new CrossChannel(ROAD, Channel.LOCAL, FARM, Channel.BINGTUAN)));
    }

    // Reversals

    private static PostingReversed mirror(String id, MoneyEvent original, String effective) {
        return new PostingReversed(
                FUND,
                VOUCHER,
                new PostingId(id),
                "typed wrongly",
                new Mirrored(
                        original.getClass().getAnnotation(StoredAs.class).value(),
                        day(effective),
                        PostingRules.transfersFor(original)));
    }

    @Test
    void aReversalMirrorsThePosting() {
        roadAllocated()
                .given(as("d-1", disbursed(ROAD, "20.00")))
                .when(on("2024-03-02", reverse("d-1")))
                .expectEvents(
                        new PostingReversed(
                                FUND,
                                VOUCHER,
                                posting("d-1"),
                                "typed wrongly",
                                new Mirrored(
                                        "fund.funds-disbursed",
                                        DAY,
                                        List.of(
                                                new Transfer(
                                                        Movement.DISBURSE,
                                                        Account.of(Kind.POOL),
                                                        Account.of(Kind.HELD, ROAD),
                                                        cny("20.00"))))));
    }

    @Test
    void aReversalMeetsTheCeilings() {
        roadAllocated()
                .given(
                        started(ROAD),
                        as("d-1", disbursed(ROAD, "20.00")),
                        on("2024-04-01", paid(ROAD, "0.01")))
                .when(reverse("d-1"))
                .expectException(
                        rejected(
                                new CeilingExceeded(
                                        Ceiling.DISBURSEMENT,
                                        "ROAD",
                                        cny("20.00"),
                                        cny("19.99"),
                                        day("2024-04-01"))));
    }

    @Test
    void aReceiptIsReversedWhereCashIsNotWatched() {
        fund.given(
                        opened("200.00"),
                        planned(ROAD),
                        policy(PolicyItem.WATCH_CASH, "0"),
                        as("r-1", received("50.00")),
                        allocated(ROAD, "60.00"),
                        disbursed(ROAD, "50.00"))
                .when(reverse("r-1"))
                .expectAccepted(1);
    }

    @Test
    void reversesWhatExistsOnceAndNotBeforeItHappened() {
        roadAllocated()
                .when(reverse("nothing"))
                .expectException(rejected(new PostingUnknown(posting("nothing"))));
        FundFixture posted = roadAllocated().given(as("d-1", disbursed(ROAD, "20.00")));
        posted.when(on("2024-02-29", reverse("d-1")))
                .expectException(rejected(new ReversalTooEarly(day("2024-02-29"), DAY)));
        FundFixture reversed =
                posted.given(as("m-1", mirror("d-1", disbursed(ROAD, "20.00"), "2024-03-01")));
        reversed.when(reverse("d-1"))
                .expectException(rejected(new AlreadyReversed(posting("d-1"), posting("m-1"))));
        reversed.when(reverse("m-1")).expectException(rejected(new NotReversible(posting("m-1"))));
    }

    @Test
    void aReversalSendsNoMoneyToAFrozenProject() {
        frozen().given(
                        as(
                                "back",
                                new FundsRecovered(
                                        FUND,
                                        VOUCHER,
                                        ROAD,
                                        cny("5.00"),
                                        RecoveredFrom.DISBURSEMENT,
                                        "F-1",
                                        "")))
                .when(on("2024-03-11", reverse("back")))
                .expectException(rejected(new ProjectFrozen(ROAD, day("2024-03-10"))));
        frozen().given(as("d-2", disbursed(ROAD, "5.00")))
                .when(on("2024-03-11", reverse("d-2")))
                .expectAccepted(1);
    }

    @Test
    void aReversalGivesNothingBackToAFrozenProject() {
        FundsReallocated moved =
                new FundsReallocated(FUND, VOUCHER, ROAD, SCHOOL, cny("5.00"), under("A-1"));
        frozen().given(as("moved", moved))
                .when(on("2024-03-11", reverse("moved")))
                .expectException(rejected(new ProjectFrozen(ROAD, day("2024-03-10"))));
    }

    @Test
    void aMistakeOnAClosedProjectCanBeCorrected() {
        roadAllocated()
                .given(
                        as("d-1", disbursed(ROAD, "20.00")),
                        on("2024-06-01", new ProjectClosed(FUND, VOUCHER, ROAD)))
                .when(on("2024-06-02", reverse("d-1")))
                .expectAccepted(1);
    }

    @Test
    void otherFlowsMoveNoAccountAndMayBeNegative() {
        road().when(new RecordFlow(FUND, VOUCHER, ROAD, "6", cny("-5.00")))
                .expectEvents(new OtherFlowRecorded(FUND, VOUCHER, ROAD, "6", cny("-5.00")));
        road().given(as("flow", new OtherFlowRecorded(FUND, VOUCHER, ROAD, "6", cny("5.00"))))
                .when(reverse("flow"))
                .expectException(rejected(new PostingUnknown(posting("flow"))));
    }
}
