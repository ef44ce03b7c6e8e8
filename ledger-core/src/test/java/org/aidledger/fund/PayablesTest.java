package org.aidledger.fund;

import static org.aidledger.fund.Asks.changeOrder;
import static org.aidledger.fund.Asks.contract;
import static org.aidledger.fund.Asks.pay;
import static org.aidledger.fund.Asks.reverse;
import static org.aidledger.fund.FundFixture.rejected;
import static org.aidledger.fund.Words.DAY;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.VOUCHER;
import static org.aidledger.fund.Words.allocated;
import static org.aidledger.fund.Words.as;
import static org.aidledger.fund.Words.breach;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.completed;
import static org.aidledger.fund.Words.day;
import static org.aidledger.fund.Words.disbursed;
import static org.aidledger.fund.Words.on;
import static org.aidledger.fund.Words.opened;
import static org.aidledger.fund.Words.paid;
import static org.aidledger.fund.Words.planned;
import static org.aidledger.fund.Words.policy;
import static org.aidledger.fund.Words.received;
import static org.aidledger.fund.Words.started;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.fund.MoneyEvent.FundsRecovered;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.fund.RuleBroken.ChangeOrderUnsupported;
import org.aidledger.fund.RuleBroken.ContractMissing;
import org.aidledger.fund.Tender.Tendered;
import org.aidledger.fund.WorksCommand.ApproveChangeOrder;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.ProjectAccepted;
import org.junit.jupiter.api.Test;

/** What contracts, change orders, retention and advance allow to be paid (R12, R14). */
class PayablesTest {

    /** 1000.00 disbursed, a contract of 200.00 from 1 February on, works started. */
    private FundFixture road() {
        return disbursedRoad().given(started(ROAD), contracted("C-1", "200.00"));
    }

    private FundFixture disbursedRoad() {
        return new FundFixture()
                .given(
                        opened("1000.00"),
                        planned(ROAD),
                        on("2024-01-20", received("1000.00")),
                        on("2024-01-20", allocated(ROAD, "1000.00")),
                        on("2024-01-20", disbursed(ROAD, "1000.00")));
    }

    private static ContractRecorded contracted(String number, String amount) {
        return on(
                "2024-02-01",
                new ContractRecorded(
                        FUND, VOUCHER, ROAD, number, "一建", cny(amount), new Tendered("T-1")));
    }

    private static ChangeOrderApproved changed(String number, String amount) {
        return new ChangeOrderApproved(FUND, VOUCHER, ROAD, number, cny(amount), "opinion 7", "张强");
    }

    private static CeilingExceeded exceeded(
            Ceiling ceiling, String requested, String acceptable, LocalDate day) {
        return new CeilingExceeded(ceiling, "ROAD", cny(requested), cny(acceptable), day);
    }

    private static CeilingExceeded payable(String requested, String acceptable) {
        return exceeded(Ceiling.PAYABLE, requested, acceptable, DAY);
    }

    @Test
    void paysTheContractLessRetention() {
        road().when(pay(ROAD, "194.00")).expectEvents(paid(ROAD, "194.00"));
    }

    @Test
    void keepsRetentionBackUntilAcceptance() {
        road().when(pay(ROAD, "194.01"))
                .expectNoEvents()
                .expectException(rejected(payable("194.01", "194.00")));
    }

    @Test
    void retentionFallsDueOnAcceptance() {
        road().given(
                        completed(ROAD),
                        on("2024-03-01", new ProjectAccepted(FUND, VOUCHER, ROAD)),
                        paid(ROAD, "194.00"))
                .when(pay(ROAD, "6.00"))
                .expectAccepted(1);
    }

    @Test
    void R12_paysNothingAboveTheContractAfterAcceptance() {
        road().given(
                        completed(ROAD),
                        on("2024-03-01", new ProjectAccepted(FUND, VOUCHER, ROAD)),
                        paid(ROAD, "194.00"))
                .when(pay(ROAD, "6.01"))
                .expectException(rejected(payable("6.01", "6.00")));
    }

    @Test
    void theRetentionOfTheFundCounts() {
        road().given(policy(PolicyItem.RETENTION_PERCENT, "10"))
                .when(pay(ROAD, "180.01"))
                .expectException(rejected(payable("180.01", "180.00")));
    }

    @Test
    void R14_changeOrderRaisesWhatMayBePaid() {
        road().given(changed("O-1", "100.00")).when(pay(ROAD, "291.00")).expectAccepted(1);
    }

    @Test
    void R14_notMoreThanTheChangeOrder() {
        road().given(changed("O-1", "100.00"))
                .when(pay(ROAD, "291.01"))
                .expectException(rejected(payable("291.01", "291.00")));
    }

    @Test
    void R14_changeOrderNeedsOpinionAndOfficer() {
        road().when(new ApproveChangeOrder(FUND, VOUCHER, ROAD, "O-1", cny("1.00"), "", ""))
                .expectNoEvents()
                .expectException(
                        rejected(
                                new ChangeOrderUnsupported(
                                        "O-1",
                                        List.of(
                                                "the consultant's opinion",
                                                "the linked officer"))));
    }

    @Test
    void changeOrderNeedsAContractByItsDate() {
        road().when(on("2024-01-31", changeOrder(ROAD, "O-1", "1.00")))
                .expectException(
                        rejected(new ContractMissing(ROAD, Optional.of(day("2024-02-01")))));
    }

    @Test
    void changeOrderMayLowerToWhatIsPaid() {
        road().given(paid(ROAD, "97.00"))
                .when(changeOrder(ROAD, "O-1", "-100.00"))
                .expectEvents(changed("O-1", "-100.00"));
    }

    @Test
    void changeOrderMayNotLowerBelowWhatIsPaidWithRetention() {
        road().given(paid(ROAD, "97.00"))
                .when(changeOrder(ROAD, "O-1", "-100.02"))
                .expectNoEvents()
                .expectException(rejected(payable("100.02", "100.01")));
    }

    @Test
    void backdatedPaymentMeetsLowerSumsOfLaterDays() {
        road().given(on("2024-05-01", changed("O-1", "-100.00")))
                .when(pay(ROAD, "97.01"))
                .expectException(
                        rejected(exceeded(Ceiling.PAYABLE, "97.01", "97.00", day("2024-05-01"))));
    }

    @Test
    void withoutAContractOnlyTheUnitsMoneyBoundsPaymentsAfterTheStart() {
        disbursedRoad().given(started(ROAD)).when(pay(ROAD, "1000.00")).expectAccepted(1);
    }

    @Test
    void aContractBelowWhatIsPaidIsRecordedAndNoted() {
        disbursedRoad()
                .given(started(ROAD), paid(ROAD, "195.00"))
                .when(on("2024-02-01", contract(ROAD, "C-1", "200.00")))
                .expectEvents(
                        contracted("C-1", "200.00"), breach("ROAD", payable("195.00", "194.00")));
    }

    @Test
    void R12_paysTheAdvanceBeforeTheStart() {
        disbursedRoad().when(pay(ROAD, "300.00")).expectAccepted(1);
    }

    @Test
    void R12_paysNoMoreThanTheAdvanceBeforeTheStart() {
        disbursedRoad()
                .when(pay(ROAD, "300.01"))
                .expectException(rejected(exceeded(Ceiling.ADVANCE, "300.01", "300.00", DAY)));
    }

    @Test
    void theContractIsTheBasisOfTheAdvance() {
        disbursedRoad()
                .given(contracted("C-1", "200.00"))
                .when(pay(ROAD, "60.01"))
                .expectException(rejected(exceeded(Ceiling.ADVANCE, "60.01", "60.00", DAY)));
    }

    @Test
    void backdatedAdvanceMeetsTheOneOfALaterPaymentDay() {
        disbursedRoad()
                .given(on("2024-03-05", paid(ROAD, "250.00")))
                .when(pay(ROAD, "50.01"))
                .expectException(
                        rejected(exceeded(Ceiling.ADVANCE, "50.01", "50.00", day("2024-03-05"))));
    }

    @Test
    void reversingARecoveryDoesNotGoAroundTheContract() {
        road().given(
                        paid(ROAD, "194.00"),
                        as(
                                "back",
                                new FundsRecovered(
                                        FUND,
                                        VOUCHER,
                                        ROAD,
                                        cny("10.00"),
                                        RecoveredFrom.PAYMENT,
                                        "F-1",
                                        "")),
                        paid(ROAD, "4.00"))
                .when(reverse("back"))
                .expectNoEvents()
                .expectException(rejected(payable("10.00", "6.00")));
    }
}
