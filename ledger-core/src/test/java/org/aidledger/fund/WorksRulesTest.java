package org.aidledger.fund;

import static org.aidledger.fund.Asks.changeOrder;
import static org.aidledger.fund.Asks.contract;
import static org.aidledger.fund.FundFixture.rejected;
import static org.aidledger.fund.Words.DAY;
import static org.aidledger.fund.Words.FARM;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.VOUCHER;
import static org.aidledger.fund.Words.allocated;
import static org.aidledger.fund.Words.breach;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.completed;
import static org.aidledger.fund.Words.day;
import static org.aidledger.fund.Words.disbursed;
import static org.aidledger.fund.Words.enrolled;
import static org.aidledger.fund.Words.observed;
import static org.aidledger.fund.Words.on;
import static org.aidledger.fund.Words.opened;
import static org.aidledger.fund.Words.paid;
import static org.aidledger.fund.Words.planned;
import static org.aidledger.fund.Words.policy;
import static org.aidledger.fund.Words.received;
import static org.aidledger.fund.Words.reclaimed;
import static org.aidledger.fund.Words.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.aidledger.fund.RequestRefused.AlreadyFrozen;
import org.aidledger.fund.RequestRefused.AlreadyRecorded;
import org.aidledger.fund.RequestRefused.AmountNegative;
import org.aidledger.fund.RequestRefused.AmountNotPositive;
import org.aidledger.fund.RequestRefused.FreezeTooEarly;
import org.aidledger.fund.RequestRefused.NotFrozen;
import org.aidledger.fund.RequestRefused.NumberTaken;
import org.aidledger.fund.RequestRefused.ProjectUnknown;
import org.aidledger.fund.RuleBroken.AcceptanceMissing;
import org.aidledger.fund.RuleBroken.MoneyLeft;
import org.aidledger.fund.RuleBroken.NotCompleted;
import org.aidledger.fund.RuleBroken.NotStarted;
import org.aidledger.fund.RuleBroken.OutOfOrder;
import org.aidledger.fund.RuleBroken.StartedBeforeApproval;
import org.aidledger.fund.Tender.Exempt;
import org.aidledger.fund.Tender.Tendered;
import org.aidledger.fund.WorksCommand.AcceptArchive;
import org.aidledger.fund.WorksCommand.AcceptProject;
import org.aidledger.fund.WorksCommand.CloseProject;
import org.aidledger.fund.WorksCommand.FreezeProject;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordContract;
import org.aidledger.fund.WorksCommand.RecordMatching;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.fund.WorksCommand.ReportProgress;
import org.aidledger.fund.WorksCommand.SetTarget;
import org.aidledger.fund.WorksCommand.UnfreezeProject;
import org.aidledger.fund.WorksEvent.ArchiveAccepted;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.fund.WorksEvent.ProjectAccepted;
import org.aidledger.fund.WorksEvent.ProjectClosed;
import org.aidledger.fund.WorksEvent.ProjectFrozen;
import org.aidledger.fund.WorksEvent.ProjectStarted;
import org.aidledger.fund.WorksEvent.ProjectUnfrozen;
import org.aidledger.fund.WorksEvent.TargetSet;
import org.aidledger.posting.PostingRules;
import org.junit.jupiter.api.Test;

/** What is recorded about the works: R8 to R14, R19, R28. */
class WorksRulesTest {

    private static FundFixture road() {
        return new FundFixture().given(opened("1000.00"), planned(ROAD));
    }

    private static ReportProgress report(String percent, String value) {
        return new ReportProgress(FUND, VOUCHER, ROAD, new BigDecimal(percent), cny(value), "张强");
    }

    private static ProjectAccepted accepted() {
        return on("2024-02-20", new ProjectAccepted(FUND, VOUCHER, ROAD));
    }

    private static ArchiveAccepted archived() {
        return on("2024-02-21", new ArchiveAccepted(FUND, VOUCHER, ROAD));
    }

    private static CloseProject close() {
        return new CloseProject(FUND, VOUCHER, ROAD);
    }

    @Test
    void R8_matchingMoneyIsRecordedApartFromAidMoney() {
        road().when(new RecordMatching(FUND, VOUCHER, ROAD, cny("5.00"), "企业"))
                .expectEvents(new MatchingRecorded(FUND, VOUCHER, ROAD, cny("5.00"), "企业"));
        road().when(new RecordMatching(FUND, VOUCHER, ROAD, cny("0.00"), "企业"))
                .expectException(rejected(new AmountNotPositive(cny("0.00"))));
        assertThat(
                        PostingRules.transfersFor(
                                new MatchingRecorded(FUND, VOUCHER, ROAD, cny("5.00"), "企业")))
                .isEmpty();
    }

    @Test
    void R9_aContractNamesItsTenderOrWhyItIsExempt() {
        road().when(contract(ROAD, "C-1", "5.00"))
                .expectEvents(
                        new ContractRecorded(
                                FUND,
                                VOUCHER,
                                ROAD,
                                "C-1",
                                "一建",
                                cny("5.00"),
                                new Tendered("T-1")));
        road().when(
                        new RecordContract(
                                FUND, VOUCHER, ROAD, "C-1", "", cny("5.00"), new Exempt("small")))
                .expectAccepted(1);
        assertThatThrownBy(() -> new Tendered(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Exempt("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tender.parse("T-1")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Tender.parse("exempt:small")).isEqualTo(new Exempt("small"));
        assertThat(Tender.parse("tender:T-1")).isEqualTo(new Tendered("T-1"));
    }

    @Test
    void numbersOfContractsAndChangeOrdersAreTakenOnce() {
        FundFixture contracted =
                road().given(
                                new ContractRecorded(
                                        FUND,
                                        VOUCHER,
                                        ROAD,
                                        "C-1",
                                        "",
                                        cny("5.00"),
                                        new Exempt("small")),
                                new ChangeOrderApproved(
                                        FUND, VOUCHER, ROAD, "O-1", cny("1.00"), "a", "b"));
        contracted
                .when(contract(ROAD, "C-1", "5.00"))
                .expectException(rejected(new NumberTaken("Contract", "C-1")));
        contracted
                .when(changeOrder(ROAD, "O-1", "5.00"))
                .expectException(rejected(new NumberTaken("Change order", "O-1")));
    }

    @Test
    void worksBelongToAnEnrolledProject() {
        road().when(new RecordStart(FUND, VOUCHER, FARM))
                .expectException(rejected(new ProjectUnknown(FARM)));
    }

    @Test
    void R10_aStartBeforeApprovalIsRecordedAndNoted() {
        road().when(on("2024-01-04", new RecordStart(FUND, VOUCHER, ROAD)))
                .expectEvents(
                        new ProjectStarted(FUND, VOUCHER, ROAD),
                        breach(
                                "ROAD",
                                new StartedBeforeApproval(
                                        ROAD, day("2024-01-04"), Optional.of(day("2024-01-05")))));
        road().when(on("2024-01-05", new RecordStart(FUND, VOUCHER, ROAD)))
                .expectEvents(new ProjectStarted(FUND, VOUCHER, ROAD));
    }

    @Test
    void R10_aStartWithoutApprovalIsRecordedAndNoted() {
        road().given(enrolled(FARM, "1.00"))
                .when(new RecordStart(FUND, VOUCHER, FARM))
                .expectEvents(
                        new ProjectStarted(FUND, VOUCHER, FARM),
                        breach("FARM", new StartedBeforeApproval(FARM, DAY, Optional.empty())));
        road().given(enrolled(FARM, "1.00"), policy(PolicyItem.WATCH_PLAN, "0"))
                .when(new RecordStart(FUND, VOUCHER, FARM))
                .expectAccepted(1);
    }

    @Test
    void R13_progressIsReportedByAnInspectorOnceWorkStarted() {
        road().given(started(ROAD))
                .when(on("2024-01-10", report("999.99", "7.00")))
                .expectEvents(
                        new ProgressReported(
                                FUND, VOUCHER, ROAD, new BigDecimal("999.99"), cny("7.00"), "张强"));
        road().given(started(ROAD))
                .when(on("2024-01-09", report("1", "7.00")))
                .expectException(rejected(new NotStarted(ROAD, Optional.of(day("2024-01-10")))));
        road().given(started(ROAD))
                .when(report("1", "-0.01"))
                .expectException(rejected(new AmountNegative(cny("-0.01"))));
        for (String percent : List.of("-0.01", "1000", "1.001", "1e999999999", "0e-999999999")) {
            assertThatThrownBy(() -> report(percent, "1.00"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() ->
                        new ReportProgress(FUND, VOUCHER, ROAD, BigDecimal.ONE, cny("1.00"), " "))
                .hasMessageContaining("inspector");
    }

    @Test
    void completionNeedsAStart() {
        road().when(new RecordCompletion(FUND, VOUCHER, ROAD))
                .expectException(rejected(new NotStarted(ROAD, Optional.empty())));
        road().given(started(ROAD))
                .when(on("2024-01-10", new RecordCompletion(FUND, VOUCHER, ROAD)))
                .expectAccepted(1);
    }

    @Test
    void acceptanceOfWorksAndArchiveNeedsCompletion() {
        road().given(started(ROAD), completed(ROAD))
                .when(on("2024-02-10", new AcceptProject(FUND, VOUCHER, ROAD)))
                .expectAccepted(1);
        for (FundCommand acceptance :
                List.of(
                        new AcceptProject(FUND, VOUCHER, ROAD),
                        new AcceptArchive(FUND, VOUCHER, ROAD))) {
            road().given(started(ROAD), completed(ROAD))
                    .when(on("2024-02-09", acceptance))
                    .expectException(
                            rejected(new NotCompleted(ROAD, Optional.of(day("2024-02-10")))));
        }
    }

    @Test
    void anObservedFundKeepsACompletionBeforeTheStart() {
        new FundFixture()
                .given(observed("1.00"), planned(ROAD))
                .when(new RecordCompletion(FUND, VOUCHER, ROAD))
                .expectEvents(
                        completedOn(), breach("ROAD", new NotStarted(ROAD, Optional.empty())));
    }

    private static WorksEvent.ProjectCompleted completedOn() {
        return new WorksEvent.ProjectCompleted(FUND, VOUCHER, ROAD);
    }

    @Test
    void milestonesArePassedOnce() {
        FundFixture done =
                road().given(
                                started(ROAD),
                                completed(ROAD),
                                accepted(),
                                archived(),
                                on("2024-02-22", new ProjectClosed(FUND, VOUCHER, ROAD)));
        done.when(new RecordStart(FUND, VOUCHER, ROAD))
                .expectException(
                        rejected(new AlreadyRecorded("The start", ROAD, day("2024-01-10"))));
        done.when(new RecordCompletion(FUND, VOUCHER, ROAD))
                .expectException(
                        rejected(new AlreadyRecorded("The completion", ROAD, day("2024-02-10"))));
        done.when(new AcceptProject(FUND, VOUCHER, ROAD))
                .expectException(
                        rejected(new AlreadyRecorded("The acceptance", ROAD, day("2024-02-20"))));
        done.when(new AcceptArchive(FUND, VOUCHER, ROAD))
                .expectException(
                        rejected(
                                new AlreadyRecorded(
                                        "The archive's acceptance", ROAD, day("2024-02-21"))));
        done.when(close())
                .expectException(
                        rejected(new AlreadyRecorded("The closing", ROAD, day("2024-02-22"))));
    }

    @Test
    void R28_closesAProjectWithWorksAndArchiveAccepted() {
        road().given(started(ROAD), completed(ROAD), accepted(), archived())
                .when(on("2024-02-21", close()))
                .expectEvents(new ProjectClosed(FUND, VOUCHER, ROAD));
    }

    @Test
    void R28_closesNoProjectWithoutItsArchive() {
        road().given(started(ROAD), completed(ROAD), accepted(), archived())
                .when(on("2024-02-20", close()))
                .expectException(
                        rejected(
                                new AcceptanceMissing(ROAD, List.of("acceptance of the archive"))));
        road().given(started(ROAD), completed(ROAD))
                .when(close())
                .expectException(
                        rejected(
                                new AcceptanceMissing(
                                        ROAD,
                                        List.of(
                                                "acceptance of the works",
                                                "acceptance of the archive"))));
    }

    private static FundFixture finishedWithMoney() {
        return road().given(
                        started(ROAD),
                        completed(ROAD),
                        accepted(),
                        archived(),
                        received("100.00"),
                        allocated(ROAD, "60.00"),
                        disbursed(ROAD, "50.00"),
                        paid(ROAD, "45.00"));
    }

    @Test
    void aProjectWithMoneyLeftIsNotClosed() {
        finishedWithMoney()
                .when(close())
                .expectException(rejected(new MoneyLeft(ROAD, cny("10.00"), cny("5.00"))));
        finishedWithMoney()
                .given(reclaimed(ROAD, "10.00"), paid(ROAD, "5.00"))
                .when(close())
                .expectAccepted(1);
    }

    @Test
    void moneyPostedForALaterDayIsLeftToo() {
        finishedWithMoney()
                .given(
                        reclaimed(ROAD, "10.00"),
                        paid(ROAD, "5.00"),
                        on("2024-05-01", allocated(ROAD, "1.00")))
                .when(close())
                .expectException(rejected(new MoneyLeft(ROAD, cny("1.00"), cny("0.00"))));
    }

    /** All of it was spent on the day it came, so that none is left on any day. */
    @Test
    void noProjectIsClosedBeforeItsLastMoney() {
        FundFixture spent =
                road().given(
                                started(ROAD),
                                completed(ROAD),
                                accepted(),
                                archived(),
                                on("2024-05-01", received("1.00")),
                                on("2024-05-01", allocated(ROAD, "1.00")),
                                on("2024-05-01", disbursed(ROAD, "1.00")),
                                on("2024-05-01", paid(ROAD, "1.00")));
        spent.when(on("2024-04-30", close()))
                .expectException(
                        rejected(
                                new OutOfOrder(
                                        "The closing", day("2024-04-30"), day("2024-05-01"))));
        spent.when(on("2024-05-01", close())).expectAccepted(1);
    }

    @Test
    void R19_aTargetIsANumberWithItsUnit() {
        road().when(new SetTarget(FUND, VOUCHER, ROAD, "床位", new BigDecimal("120"), "张"))
                .expectEvents(new TargetSet(FUND, VOUCHER, ROAD, "床位", new BigDecimal("120"), "张"));
        assertThatThrownBy(() -> new SetTarget(FUND, VOUCHER, ROAD, "床位", BigDecimal.TEN, " "))
                .hasMessageContaining("unit");
        assertThatThrownBy(() ->
                        new SetTarget(
                                FUND, VOUCHER, ROAD, "床位", new BigDecimal("1e999999999"), "张"))
                .hasMessageContaining("18 digits");
    }

    // Freezing

    private static ProjectFrozen frozen(String date) {
        return on(date, new ProjectFrozen(FUND, VOUCHER, ROAD, "audit"));
    }

    private static ProjectUnfrozen lifted(String date) {
        return on(date, new ProjectUnfrozen(FUND, VOUCHER, ROAD, "settled"));
    }

    private static FreezeProject freeze() {
        return new FreezeProject(FUND, VOUCHER, ROAD, "audit");
    }

    private static UnfreezeProject unfreeze() {
        return new UnfreezeProject(FUND, VOUCHER, ROAD, "settled");
    }

    @Test
    void freezesOnceUntilLifted() {
        road().when(on("2024-06-01", freeze())).expectEvents(frozen("2024-06-01"));
        road().given(frozen("2024-06-01"))
                .when(on("2024-05-01", freeze()))
                .expectException(rejected(new AlreadyFrozen(ROAD, day("2024-06-01"))));
        road().given(frozen("2024-06-01"), lifted("2024-06-10"))
                .when(on("2024-06-10", freeze()))
                .expectAccepted(1);
    }

    @Test
    void noFreezeIsDatedBeforeTheLastOneWasLifted() {
        road().given(frozen("2024-06-01"), lifted("2024-06-10"))
                .when(on("2024-06-09", freeze()))
                .expectException(
                        rejected(new FreezeTooEarly(ROAD, day("2024-06-09"), day("2024-06-10"))));
    }

    @Test
    void onlyAFreezeInForceIsLifted() {
        road().given(frozen("2024-06-01"))
                .when(on("2024-06-01", unfreeze()))
                .expectEvents(lifted("2024-06-01"));
        road().given(frozen("2024-06-01"))
                .when(on("2024-05-31", unfreeze()))
                .expectException(rejected(new NotFrozen(ROAD)));
        road().when(unfreeze()).expectException(rejected(new NotFrozen(ROAD)));
    }

    @Test
    void aLaterFreezeIsNotLiftedWithinAnEarlierOne() {
        road().given(frozen("2024-06-01"), lifted("2024-06-10"), frozen("2024-07-01"))
                .when(on("2024-06-05", unfreeze()))
                .expectException(rejected(new NotFrozen(ROAD)));
    }
}
