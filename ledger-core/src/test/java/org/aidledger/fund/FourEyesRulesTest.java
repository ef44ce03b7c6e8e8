package org.aidledger.fund;

import static org.aidledger.fund.Asks.disburse;
import static org.aidledger.fund.Asks.payDirect;
import static org.aidledger.fund.Asks.reallocate;
import static org.aidledger.fund.Asks.reclaim;
import static org.aidledger.fund.Asks.reverse;
import static org.aidledger.fund.Asks.setPolicy;
import static org.aidledger.fund.Asks.under;
import static org.aidledger.fund.FundFixture.rejected;
import static org.aidledger.fund.Words.APPROVED;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.SCHOOL;
import static org.aidledger.fund.Words.VOUCHER;
import static org.aidledger.fund.Words.allocated;
import static org.aidledger.fund.Words.as;
import static org.aidledger.fund.Words.by;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.disbursed;
import static org.aidledger.fund.Words.observed;
import static org.aidledger.fund.Words.on;
import static org.aidledger.fund.Words.opened;
import static org.aidledger.fund.Words.planned;
import static org.aidledger.fund.Words.policy;
import static org.aidledger.fund.Words.received;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.RequestRefused.ApprovalMissing;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.payee.Payee;
import org.junit.jupiter.api.Test;

/** Four eyes: what nobody may do alone. */
class FourEyesRulesTest {

    private static final String FROM_A_MILLION = "every disbursement from 1000000 CNY on";

    private static FundFixture fund() {
        return new FundFixture()
                .given(
                        opened("9000000.00"),
                        planned(ROAD, SCHOOL),
                        received("9000000.00"),
                        allocated(ROAD, "5000000.00"));
    }

    private static ApprovalMissing missing(String need) {
        return new ApprovalMissing(need, new Actor("王芳"));
    }

    @Test
    void disbursesAloneUpToTheLimit() {
        fund().when(disburse(ROAD, "999999.99")).expectEvents(disbursed(ROAD, "999999.99"));
        fund().when(disburse(ROAD, "1000000.00"))
                .expectNoEvents()
                .expectException(rejected(missing(FROM_A_MILLION)));
        fund().when(Words.under(APPROVED, disburse(ROAD, "1000000.00")))
                .expectEvents(disbursed(ROAD, "1000000.00"));
    }

    @Test
    void paysDirectlyAloneUpToTheLimit() {
        fund().when(payDirect(ROAD, "999999.99"))
                .expectEvents(
                        new FundsPaidDirectly(FUND, VOUCHER, ROAD, cny("999999.99"), Payee.NOBODY));
        fund().when(payDirect(ROAD, "1000000.00"))
                .expectException(rejected(missing(FROM_A_MILLION)));
    }

    @Test
    void theLimitIsThatOfTheDay() {
        FundFixture stricter =
                fund().given(on("2024-03-02", policy(PolicyItem.FOUR_EYES_FROM, "10")));
        stricter.when(on("2024-03-02", disburse(ROAD, "9.99"))).expectAccepted(1);
        stricter.when(on("2024-03-02", disburse(ROAD, "10.00")))
                .expectException(rejected(missing("every disbursement from 10 CNY on")));
    }

    @Test
    void nobodyIsTheirOwnSecondPerson() {
        Voucher own = approvedBy("王芳");
        fund().when(Words.under(own, disburse(ROAD, "1000000.00")))
                .expectException(rejected(missing(FROM_A_MILLION)));
        fund().when(Words.under(approvedBy("王芳", "李强"), disburse(ROAD, "1000000.00")))
                .expectAccepted(1);
    }

    private static Voucher approvedBy(String... names) {
        return new Voucher(
                new PostingId("signed"),
                Words.DAY,
                new Actor("王芳"),
                java.util.Arrays.stream(names).map(Actor::new).toList(),
                List.of(),
                "");
    }

    @Test
    void takesNothingBackAlone() {
        fund().when(reclaim(ROAD, "1.00")).expectAccepted(1);
        fund().when(by("王芳", reclaim(ROAD, "1.00")))
                .expectException(rejected(missing("every reclaim")));
    }

    @Test
    void reversesNothingAlone() {
        FundFixture posted = fund().given(as("d-1", disbursed(ROAD, "1.00")));
        posted.when(reverse("d-1")).expectAccepted(1);
        posted.when(by("王芳", reverse("d-1"))).expectException(rejected(missing("every reversal")));
    }

    @Test
    void movesNothingBetweenProjectsAlone() {
        AdjustmentId first = new AdjustmentId("A-1");
        List<PlanChange> changes =
                List.of(
                        new PlanChange(ROAD, cny("-1.00"), cny("0.00")),
                        new PlanChange(SCHOOL, cny("1.00"), cny("0.00")));
        FundFixture adjusted =
                fund().given(
                                new AdjustmentProposed(
                                        FUND,
                                        VOUCHER,
                                        first,
                                        AdjustmentKind.IN_YEAR,
                                        changes,
                                        "moved"),
                                new AdjustmentApproved(
                                        FUND, VOUCHER, first, 2, changes, List.of()));
        adjusted.when(reallocate(ROAD, SCHOOL, "1.00", under("A-1"))).expectAccepted(1);
        adjusted.when(by("王芳", reallocate(ROAD, SCHOOL, "1.00", under("A-1"))))
                .expectException(rejected(missing("every reallocation")));
    }

    @Test
    void aFundMaySettleThatChangesNeedOnePersonOnly() {
        fund().given(policy(PolicyItem.FOUR_EYES_CHANGES, "0"))
                .when(by("王芳", reclaim(ROAD, "1.00")))
                .expectAccepted(1);
    }

    @Test
    void nobodySettlesAloneThatOnePersonIsEnough() {
        String need = "every change of the policy on approvals";
        for (PolicyItem item : List.of(PolicyItem.FOUR_EYES_FROM, PolicyItem.FOUR_EYES_CHANGES)) {
            fund().when(setPolicy(item, "0")).expectException(rejected(missing(need)));
            fund().when(Words.under(APPROVED, setPolicy(item, "0"))).expectAccepted(1);
        }
        fund().when(setPolicy(PolicyItem.IDLE_AFTER_DAYS, "90")).expectAccepted(1);
    }

    @Test
    void R1_nobodyLiftsAloneWhatTheLedgerWatches() {
        String need = "every change of the policy on what is watched";
        for (PolicyItem item :
                List.of(PolicyItem.WATCH_PLAN, PolicyItem.WATCH_AUTHORITY, PolicyItem.WATCH_CASH)) {
            fund().when(setPolicy(item, "0")).expectException(rejected(missing(need)));
            fund().when(Words.under(APPROVED, setPolicy(item, "0"))).expectAccepted(1);
        }
        new FundFixture()
                .given(observed("9000000.00"))
                .when(setPolicy(PolicyItem.WATCH_PLAN, "0"))
                .expectAccepted(1);
    }

    @Test
    void whatIsNotPossibleAnywayIsRefusedForThat() {
        fund().when(disburse(ROAD, "5000000.01"))
                .expectException(
                        rejected(
                                new CeilingExceeded(
                                        Ceiling.ALLOCATION,
                                        "ROAD",
                                        cny("5000000.01"),
                                        cny("5000000.00"),
                                        LocalDate.of(2024, 3, 1))));
    }

    @Test
    void anObservedFundTakesWhatOthersDecidedLongAgo() {
        new FundFixture()
                .given(
                        observed("9000000.00"),
                        planned(ROAD),
                        received("9000000.00"),
                        allocated(ROAD, "5000000.00"))
                .when(disburse(ROAD, "1000000.00"))
                .expectAccepted(1);
    }
}
