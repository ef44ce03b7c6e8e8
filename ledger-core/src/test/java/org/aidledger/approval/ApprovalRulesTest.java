package org.aidledger.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.approval.ApprovalCommand.RecordExecution;
import org.aidledger.approval.ApprovalCommand.RecordFailure;
import org.aidledger.approval.ApprovalCommand.Reject;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.approval.ApprovalCommand.Withdraw;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.ApprovalEvent.RequestApproved;
import org.aidledger.approval.ApprovalEvent.RequestExecuted;
import org.aidledger.approval.ApprovalEvent.RequestFailed;
import org.aidledger.approval.ApprovalEvent.RequestRejected;
import org.aidledger.approval.ApprovalEvent.RequestWithdrawn;
import org.aidledger.approval.ApprovalRejection.ApprovalSettled;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalRejection.NotApproved;
import org.aidledger.approval.ApprovalRejection.NotRequester;
import org.aidledger.approval.ApprovalRejection.OwnRequest;
import org.aidledger.event.Actor;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.PostingId;
import org.aidledger.event.RequestReused;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Requests for approval: who may decide what, and once. */
class ApprovalRulesTest {

    private static final FundId FUND = new FundId("ZJ-AKS-2024");
    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final Disburse DISBURSE = disburse("d-1", "1000000.00");
    private static final ApprovalId ID = ApprovalId.of(FUND, new PostingId("d-1"));
    private static final ApprovalRequested REQUESTED = new ApprovalRequested(ID, DISBURSE);
    private static final RequestApproved APPROVED =
            new RequestApproved(ID, voucher("a", "李强"), FUND);
    private static final RequestExecuted EXECUTED =
            new RequestExecuted(ID, voucher("executed", "王芳"), FUND);
    private static final RequestFailed FAILED =
            new RequestFailed(ID, voucher("failed", "王芳"), FUND, "PROJECT_FROZEN", "It is frozen.");

    private static Disburse disburse(String id, String amount) {
        return new Disburse(
                FUND, voucher(id, "王芳"), new ProjectId("ROAD"), Money.of(amount, "CNY"));
    }

    private static Voucher voucher(String id, String actor) {
        return Voucher.of(id, DAY, actor);
    }

    private static Approve approve(String actor) {
        return new Approve(ID, voucher("a", actor));
    }

    private static Reject reject(String actor) {
        return new Reject(ID, voucher("r", actor), "no contract");
    }

    private static Withdraw withdraw(String actor) {
        return new Withdraw(ID, voucher("w", actor), "");
    }

    private static RecordExecution executed() {
        return new RecordExecution(ID, voucher("executed", "王芳"));
    }

    private static RecordFailure failed() {
        return new RecordFailure(ID, voucher("failed", "王芳"), "PROJECT_FROZEN", "It is frozen.");
    }

    private static ResultValidator<Approval> after(ApprovalCommand command, Object... given) {
        AggregateTestFixture<Approval> fixture = new AggregateTestFixture<>(Approval.class);
        fixture.setReportIllegalStateChange(false);
        var message = new GenericCommandMessage<>(new GenericMessage<>(command), Approval.COMMAND);
        return given.length == 0
                ? fixture.givenNoPriorActivity().when(message)
                : fixture.given(given).when(message);
    }

    private static Matcher<CommandRejected> rejected(Rejection expected) {
        return new CustomTypeSafeMatcher<>("refused: " + expected) {
            @Override
            protected boolean matchesSafely(CommandRejected actual) {
                return actual.rejection().equals(expected);
            }
        };
    }

    @Test
    void keepsTheWholeCommand() {
        after(new RequestApproval(DISBURSE)).expectEvents(REQUESTED);
    }

    @Test
    void theSameRequestTwiceIsOne() {
        after(new RequestApproval(DISBURSE), REQUESTED)
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted("approval:" + ID, 0, 0));
        after(new RequestApproval(DISBURSE), REQUESTED, APPROVED, EXECUTED)
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted("approval:" + ID, 0, 0));
    }

    @Test
    void otherContentUnderTheSameIdIsNamed() {
        after(new RequestApproval(disburse("d-1", "1000000.01")), REQUESTED)
                .expectNoEvents()
                .expectException(
                        rejected(new RequestReused(new PostingId("d-1"), List.of("amount"))));
        PayDirect other =
                new PayDirect(
                        FUND, DISBURSE.voucher(), DISBURSE.project(), DISBURSE.amount(), "一建");
        after(new RequestApproval(other), REQUESTED)
                .expectException(
                        rejected(new RequestReused(new PostingId("d-1"), List.of("command"))));
        after(new Approve(ID, voucher("d-1", "李强")), REQUESTED)
                .expectException(
                        rejected(new RequestReused(new PostingId("d-1"), List.of("command"))));
    }

    @Test
    void anIdBelongsToItsCommand() {
        ApprovalId other = ApprovalId.of(FUND, new PostingId("d-2"));
        assertThatThrownBy(() -> new RequestApproval(other, DISBURSE))
                .isInstanceOf(IllegalArgumentException.class);
        FundCommand signed = Countersigned.by(new Actor("李强"), DISBURSE);
        assertThatThrownBy(() -> new RequestApproval(signed))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void somebodyElseApproves() {
        after(approve("李强"), REQUESTED).expectEvents(APPROVED);
        after(approve("王芳"), REQUESTED)
                .expectNoEvents()
                .expectException(rejected(new OwnRequest(ID, new Actor("王芳"))));
    }

    @Test
    void somebodyElseRejects() {
        after(reject("李强"), REQUESTED)
                .expectEvents(new RequestRejected(ID, voucher("r", "李强"), FUND, "no contract"));
        after(reject("王芳"), REQUESTED)
                .expectNoEvents()
                .expectException(rejected(new OwnRequest(ID, new Actor("王芳"))));
    }

    @Test
    void onlyTheRequesterWithdraws() {
        after(withdraw("王芳"), REQUESTED)
                .expectEvents(new RequestWithdrawn(ID, voucher("w", "王芳"), FUND, ""));
        after(withdraw("李强"), REQUESTED)
                .expectNoEvents()
                .expectException(rejected(new NotRequester(ID, new Actor("王芳"))));
    }

    @Test
    void nothingIsDecidedBeforeItIsAskedFor() {
        for (ApprovalCommand command :
                List.of(approve("李强"), reject("李强"), withdraw("王芳"), executed(), failed())) {
            after(command).expectNoEvents().expectException(rejected(new ApprovalUnknown(ID)));
        }
    }

    @Test
    void aRequestIsSettledOnce() {
        RequestRejected no = new RequestRejected(ID, voucher("x", "李强"), FUND, "no");
        RequestWithdrawn back = new RequestWithdrawn(ID, voucher("x", "王芳"), FUND, "");
        RequestApproved yes = new RequestApproved(ID, voucher("x", "李强"), FUND);
        for (ApprovalCommand command : List.of(approve("赵敏"), reject("赵敏"), withdraw("王芳"))) {
            after(command, REQUESTED, no)
                    .expectException(rejected(new ApprovalSettled(ID, ApprovalStatus.REJECTED)));
            after(command, REQUESTED, back)
                    .expectException(rejected(new ApprovalSettled(ID, ApprovalStatus.WITHDRAWN)));
            after(command, REQUESTED, yes)
                    .expectException(rejected(new ApprovalSettled(ID, ApprovalStatus.APPROVED)));
            after(command, REQUESTED, yes, EXECUTED)
                    .expectException(rejected(new ApprovalSettled(ID, ApprovalStatus.EXECUTED)));
        }
        after(approve("李强"), REQUESTED, APPROVED).expectNoEvents();
    }

    @Test
    void onlyWhatWasApprovedIsConcluded() {
        after(executed(), REQUESTED, APPROVED).expectEvents(EXECUTED);
        after(failed(), REQUESTED, APPROVED).expectEvents(FAILED);
        after(executed(), REQUESTED)
                .expectNoEvents()
                .expectException(rejected(new NotApproved(ID, ApprovalStatus.PENDING)));
        after(failed(), REQUESTED)
                .expectException(rejected(new NotApproved(ID, ApprovalStatus.PENDING)));
    }

    @Test
    void ofTwoConclusionsWhatTheFundTookCounts() {
        after(executed(), REQUESTED, APPROVED, EXECUTED).expectNoEvents();
        after(executed(), REQUESTED, APPROVED, FAILED).expectEvents(EXECUTED);
        after(failed(), REQUESTED, APPROVED, EXECUTED)
                .expectException(rejected(new NotApproved(ID, ApprovalStatus.EXECUTED)));
    }

    @Test
    void noPostingIdOfAnApproverStandsInTheWayOfTheConclusion() {
        RequestApproved sly = new RequestApproved(ID, voucher("executed", "李强"), FUND);
        after(executed(), REQUESTED, sly).expectEvents(EXECUTED);
    }

    @Test
    void theCommandBearsBothNames() {
        ApprovalState state = new ApprovalState();
        state.on(REQUESTED);
        assertThat(state.approved()).isEmpty();
        state.on(APPROVED);
        Voucher v = state.approved().orElseThrow().voucher();
        assertThat(v.actor()).isEqualTo(new Actor("王芳"));
        assertThat(v.approvedBy()).containsExactly(new Actor("李强"));
        assertThat(v.postingId()).isEqualTo(DISBURSE.voucher().postingId());
        assertThat(((Disburse) state.approved().orElseThrow()).amount())
                .isEqualTo(DISBURSE.amount());
    }

    @Test
    void saysWhatTheCommandIsAbout() {
        assertThat(REQUESTED.subject())
                .isEqualTo(
                        new Subject(
                                "disburse",
                                List.of(new ProjectId("ROAD")),
                                java.util.Optional.of(Money.of("1000000.00", "CNY"))));
        PayDirect direct =
                new PayDirect(
                        FUND, DISBURSE.voucher(), DISBURSE.project(), DISBURSE.amount(), "一建");
        assertThat(new ApprovalRequested(ID, direct).subject().command()).isEqualTo("pay-direct");
    }
}
