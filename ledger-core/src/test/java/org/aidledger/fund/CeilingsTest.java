package org.aidledger.fund;

import static org.aidledger.fund.Asks.allocate;
import static org.aidledger.fund.Asks.authorise;
import static org.aidledger.fund.Asks.disburse;
import static org.aidledger.fund.Asks.pay;
import static org.aidledger.fund.Asks.payDirect;
import static org.aidledger.fund.Asks.receive;
import static org.aidledger.fund.Asks.reclaim;
import static org.aidledger.fund.Asks.recover;
import static org.aidledger.fund.Asks.returnFunds;
import static org.aidledger.fund.FundFixture.rejected;
import static org.aidledger.fund.Words.DAY;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.SCHOOL;
import static org.aidledger.fund.Words.allocated;
import static org.aidledger.fund.Words.breach;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.day;
import static org.aidledger.fund.Words.disbursed;
import static org.aidledger.fund.Words.observed;
import static org.aidledger.fund.Words.on;
import static org.aidledger.fund.Words.opened;
import static org.aidledger.fund.Words.paid;
import static org.aidledger.fund.Words.planned;
import static org.aidledger.fund.Words.policy;
import static org.aidledger.fund.Words.received;
import static org.aidledger.fund.Words.started;

import java.time.LocalDate;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.junit.jupiter.api.Test;

/** The ceilings of both books: the last amount accepted, the first refused, on every day. */
class CeilingsTest {

    private final FundFixture fund = new FundFixture();

    private static CeilingExceeded exceeded(
            Ceiling ceiling, String subject, String requested, String acceptable, LocalDate day) {
        return new CeilingExceeded(ceiling, subject, cny(requested), cny(acceptable), day);
    }

    private FundFixture road() {
        return new FundFixture().given(opened("100.00"), planned(ROAD, SCHOOL));
    }

    /** Allocated 60, received 50, disbursed 40, paid 30, all on the day; works have started. */
    private FundFixture roadPaid() {
        return road().given(
                        started(ROAD),
                        received("50.00"),
                        allocated(ROAD, "60.00"),
                        disbursed(ROAD, "40.00"),
                        paid(ROAD, "30.00"));
    }

    @Test
    void R1_allocatesUpToTheAuthorisedTotal() {
        road().given(allocated(SCHOOL, "40.00"))
                .when(allocate(ROAD, "60.00"))
                .expectEvents(allocated(ROAD, "60.00"));
    }

    @Test
    void R1_refusesToAllocateMoreThanAuthorised() {
        road().given(allocated(SCHOOL, "40.00"))
                .when(allocate(ROAD, "60.01"))
                .expectNoEvents()
                .expectException(
                        rejected(exceeded(Ceiling.AUTHORITY, FUND.value(), "60.01", "60.00", DAY)));
    }

    @Test
    void disbursesUpToTheAllocation() {
        road().given(received("100.00"), allocated(ROAD, "60.00"))
                .when(disburse(ROAD, "60.00"))
                .expectEvents(disbursed(ROAD, "60.00"));
    }

    @Test
    void refusesToDisburseMoreThanAllocated() {
        road().given(received("100.00"), allocated(ROAD, "60.00"))
                .when(disburse(ROAD, "60.01"))
                .expectNoEvents()
                .expectException(
                        rejected(exceeded(Ceiling.ALLOCATION, "ROAD", "60.01", "60.00", DAY)));
    }

    @Test
    void disbursesUpToTheMoneyReceived() {
        roadPaid().when(disburse(ROAD, "10.00")).expectEvents(disbursed(ROAD, "10.00"));
    }

    @Test
    void refusesToDisburseMoreThanReceived() {
        roadPaid()
                .when(disburse(ROAD, "10.01"))
                .expectNoEvents()
                .expectException(
                        rejected(exceeded(Ceiling.CASH, FUND.value(), "10.01", "10.00", DAY)));
    }

    @Test
    void paysUpToWhatTheUnitHolds() {
        roadPaid().when(pay(ROAD, "10.00")).expectEvents(paid(ROAD, "10.00"));
    }

    @Test
    void refusesToPayMoreThanTheUnitHolds() {
        roadPaid()
                .when(pay(ROAD, "10.01"))
                .expectNoEvents()
                .expectException(
                        rejected(exceeded(Ceiling.DISBURSEMENT, "ROAD", "10.01", "10.00", DAY)));
    }

    @Test
    void directPaymentMeetsPoolAndAllocationButNotTheHeldMoney() {
        roadPaid().when(payDirect(ROAD, "10.00")).expectAccepted(1);
        new FundFixture()
                .given(opened("100.00"), planned(ROAD), started(ROAD))
                .given(received("50.00"), allocated(ROAD, "60.00"))
                .when(payDirect(ROAD, "50.01"))
                .expectException(
                        rejected(exceeded(Ceiling.CASH, FUND.value(), "50.01", "50.00", DAY)));
        new FundFixture()
                .given(opened("100.00"), planned(ROAD), started(ROAD))
                .given(received("90.00"), allocated(ROAD, "60.00"), disbursed(ROAD, "40.00"))
                .when(payDirect(ROAD, "20.01"))
                .expectException(
                        rejected(exceeded(Ceiling.ALLOCATION, "ROAD", "20.01", "20.00", DAY)));
    }

    @Test
    void recoversUpToWhatWasPaidOrHeld() {
        roadPaid().when(recover(ROAD, "30.00", RecoveredFrom.PAYMENT)).expectAccepted(1);
        roadPaid()
                .when(recover(ROAD, "30.01", RecoveredFrom.PAYMENT))
                .expectException(
                        rejected(exceeded(Ceiling.PAYMENT, "ROAD", "30.01", "30.00", DAY)));
    }

    @Test
    void recoversFromTheUnitUpToWhatItHolds() {
        roadPaid().when(recover(ROAD, "10.00", RecoveredFrom.DISBURSEMENT)).expectAccepted(1);
    }

    @Test
    void refusesToRecoverFromTheUnitMoreThanItHolds() {
        roadPaid()
                .when(recover(ROAD, "10.01", RecoveredFrom.DISBURSEMENT))
                .expectException(
                        rejected(exceeded(Ceiling.DISBURSEMENT, "ROAD", "10.01", "10.00", DAY)));
    }

    @Test
    void returnsUpToThePool() {
        roadPaid().when(returnFunds("10.00")).expectAccepted(1);
    }

    @Test
    void refusesToReturnMoreThanThePool() {
        roadPaid()
                .when(returnFunds("10.01"))
                .expectException(
                        rejected(exceeded(Ceiling.CASH, FUND.value(), "10.01", "10.00", DAY)));
    }

    @Test
    void cutsAuthorityUpToWhatIsNotAllocated() {
        roadPaid().when(authorise("-40.00")).expectAccepted(1);
    }

    @Test
    void refusesToCutAuthorityThatIsAllocated() {
        roadPaid()
                .when(authorise("-40.01"))
                .expectException(
                        rejected(exceeded(Ceiling.AUTHORITY, FUND.value(), "40.01", "40.00", DAY)));
    }

    @Test
    void reclaimsUpToWhatIsUnspent() {
        roadPaid().when(reclaim(ROAD, "20.00")).expectAccepted(1);
    }

    @Test
    void refusesToReclaimWhatIsDisbursed() {
        roadPaid()
                .when(reclaim(ROAD, "20.01"))
                .expectException(
                        rejected(exceeded(Ceiling.ALLOCATION, "ROAD", "20.01", "20.00", DAY)));
    }

    @Test
    void backdatedDisbursementThatFitsEveryLaterDayIsAccepted() {
        road().given(
                        received("100.00"),
                        on("2024-02-01", allocated(ROAD, "60.00")),
                        on("2024-02-01", received("10.00")),
                        on("2024-04-01", disbursed(ROAD, "50.00")),
                        on("2024-05-01", allocated(ROAD, "5.00")))
                .when(on("2024-02-02", disburse(ROAD, "10.00")))
                .expectAccepted(1);
    }

    @Test
    void backdatedDisbursementThatBreaksALaterDayIsRefusedAndNamesTheFirst() {
        road().given(
                        on("2024-01-15", received("100.00")),
                        on("2024-02-01", allocated(ROAD, "60.00")),
                        on("2024-04-01", disbursed(ROAD, "45.00")),
                        on("2024-04-03", disbursed(ROAD, "5.00")),
                        on("2024-05-01", allocated(ROAD, "40.00")))
                .when(on("2024-02-02", disburse(ROAD, "15.01")))
                .expectNoEvents()
                .expectException(
                        rejected(
                                exceeded(
                                        Ceiling.ALLOCATION,
                                        "ROAD",
                                        "15.01",
                                        "10.00",
                                        day("2024-04-01"))));
    }

    @Test
    void moneyOfTomorrowDoesNotPayToday() {
        road().given(allocated(ROAD, "60.00"), on("2024-03-02", received("60.00")))
                .when(disburse(ROAD, "0.01"))
                .expectException(
                        rejected(exceeded(Ceiling.CASH, FUND.value(), "0.01", "0.00", DAY)));
    }

    @Test
    void anUnwatchedCeilingIsNoObstacle() {
        road().given(policy(PolicyItem.WATCH_CASH, "0"), allocated(ROAD, "60.00"))
                .when(disburse(ROAD, "60.00"))
                .expectAccepted(1);
        new FundFixture()
                .given(opened("10.00"), planned(ROAD))
                .given(policy(PolicyItem.WATCH_AUTHORITY, "0"))
                .when(allocate(ROAD, "60.00"))
                .expectAccepted(1);
    }

    @Test
    void aPostingOfAnUnwatchedDayMayNotBreakALaterWatchedOne() {
        road().given(
                        policy(PolicyItem.WATCH_CASH, "0"),
                        on("2024-04-01", policy(PolicyItem.WATCH_CASH, "1")),
                        allocated(ROAD, "60.00"),
                        on("2024-03-20", received("20.00")))
                .when(disburse(ROAD, "20.01"))
                .expectException(
                        rejected(
                                exceeded(
                                        Ceiling.CASH,
                                        FUND.value(),
                                        "20.01",
                                        "20.00",
                                        day("2024-04-01"))));
    }

    @Test
    void laterUnwatchedDaysDoNotStopAPosting() {
        road().given(
                        received("10.00"),
                        allocated(ROAD, "60.00"),
                        on("2024-04-01", policy(PolicyItem.WATCH_CASH, "0")),
                        on("2024-04-01", disbursed(ROAD, "50.00")))
                .when(disburse(ROAD, "10.00"))
                .expectAccepted(1);
    }

    @Test
    void anObservedFundKeepsThePostingAndNotesTheBreach() {
        fund.given(observed("100.00"), planned(ROAD), received("100.00"), allocated(ROAD, "60.00"))
                .when(disburse(ROAD, "60.01"))
                .expectEvents(
                        disbursed(ROAD, "60.01"),
                        breach(
                                "ROAD",
                                exceeded(Ceiling.ALLOCATION, "ROAD", "60.01", "60.00", DAY)));
    }

    @Test
    void anObservedFundNotesEveryBreachOfOnePosting() {
        fund.given(observed("100.00"), planned(ROAD))
                .when(disburse(ROAD, "1.00"))
                .expectEvents(
                        disbursed(ROAD, "1.00"),
                        breach("ROAD", exceeded(Ceiling.ALLOCATION, "ROAD", "1.00", "0.00", DAY)),
                        breach("ROAD", exceeded(Ceiling.CASH, FUND.value(), "1.00", "0.00", DAY)));
    }

    @Test
    void receivesAnyAmountAboveZero() {
        road().when(receive("0.01")).expectEvents(received("0.01"));
    }
}
