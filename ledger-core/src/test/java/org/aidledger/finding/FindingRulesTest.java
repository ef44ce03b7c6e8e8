package org.aidledger.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.PostingId;
import org.aidledger.event.RequestReused;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand.AssignRectification;
import org.aidledger.finding.FindingCommand.CloseFinding;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingCommand.ReopenFinding;
import org.aidledger.finding.FindingCommand.SubmitEvidence;
import org.aidledger.finding.FindingEvent.EvidenceSubmitted;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.finding.FindingEvent.RectificationAssigned;
import org.aidledger.finding.FindingRejection.EventOutOfOrder;
import org.aidledger.finding.FindingRejection.FindingExists;
import org.aidledger.finding.FindingRejection.FindingIsClosed;
import org.aidledger.finding.FindingRejection.FindingNotClosed;
import org.aidledger.finding.FindingRejection.FindingUnknown;
import org.aidledger.finding.FindingRejection.RectificationIncomplete;
import org.aidledger.finding.FindingRejection.ReviewerIsOwner;
import org.aidledger.fund.FundId;
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

/** The register of findings: R23, R24, R26, R27. */
class FindingRulesTest {

    private static final FindingId ID = new FindingId("N-1");
    private static final FundId FUND = new FundId("QZ-WS-2021");
    private static final LocalDate DAY = LocalDate.of(2021, 6, 1);
    private static final Money AMOUNT = Money.of("9784.00", "CNY");

    private static Voucher voucher(String id, String actor) {
        return Voucher.of(id, DAY, actor);
    }

    private static RaiseFinding raise(Money amount) {
        return new RaiseFinding(
                ID,
                voucher("raise", "审计"),
                FUND,
                "ROAD",
                FindingType.EARLY_PAYMENT,
                amount,
                "paid twice",
                "audit 2021");
    }

    private static FindingRaised raised() {
        return new FindingRaised(
                ID,
                voucher("raise", "审计"),
                FUND,
                "ROAD",
                FindingType.EARLY_PAYMENT,
                AMOUNT,
                "paid twice",
                "audit 2021");
    }

    private static RectificationAssigned assigned(String leader) {
        return new RectificationAssigned(
                ID, voucher("assign", "PO"), FUND, "pay back", leader, "交通局", DAY.plusDays(30));
    }

    private static EvidenceSubmitted evidence(String actor) {
        return new EvidenceSubmitted(ID, voucher("evidence", actor), FUND, "bank slip");
    }

    private static CloseFinding close(String actor) {
        return new CloseFinding(ID, voucher("close", actor), "done");
    }

    private static FindingClosed closed() {
        return new FindingClosed(ID, voucher("close", "巡察"), FUND, "done");
    }

    private static FindingReopened reopened() {
        return new FindingReopened(ID, voucher("reopen", "巡察"), FUND, "not done");
    }

    private static ResultValidator<Finding> after(FindingCommand command, FindingEvent... given) {
        AggregateTestFixture<Finding> fixture = new AggregateTestFixture<>(Finding.class);
        fixture.setReportIllegalStateChange(false);
        var message = new GenericCommandMessage<>(new GenericMessage<>(command), Finding.COMMAND);
        return given.length == 0
                ? fixture.givenNoPriorActivity().when(message)
                : fixture.given((Object[]) given).when(message);
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
    void raisesAFindingOnce() {
        after(raise(AMOUNT)).expectEvents(raised());
        after(again(raise(AMOUNT), "other", DAY), raised())
                .expectNoEvents()
                .expectException(rejected(new FindingExists(ID)));
        after(again(raise(AMOUNT), "other", DAY.minusDays(1)), raised())
                .expectException(rejected(new FindingExists(ID)));
    }

    private static RaiseFinding again(RaiseFinding c, String id, LocalDate date) {
        return new RaiseFinding(
                c.finding(),
                Voucher.of(id, date, "审计"),
                c.fund(),
                c.project(),
                c.type(),
                c.amount(),
                c.description(),
                c.source());
    }

    @Test
    void knowsNoFindingBeforeItIsRaised() {
        after(new SubmitEvidence(ID, voucher("e", "王芳"), "slip"))
                .expectException(rejected(new FindingUnknown(ID)));
        after(new ReopenFinding(ID, voucher("e", "王芳"), "why"))
                .expectException(rejected(new FindingUnknown(ID)));
    }

    @Test
    void R23_rectificationNamesMeasureLeaderOfficeAndDeadline() {
        after(
                        new AssignRectification(
                                ID,
                                voucher("assign", "PO"),
                                "pay back",
                                "李伟",
                                "交通局",
                                DAY.plusDays(30)),
                        raised())
                .expectEvents(assigned("李伟"));
        for (String[] texts :
                new String[][] {{" ", "李伟", "交通局"}, {"m", "", "交通局"}, {"m", "李伟", ""}}) {
            assertThatThrownBy(() ->
                            new AssignRectification(
                                    ID, voucher("a", "PO"), texts[0], texts[1], texts[2], DAY))
                    .hasMessageContaining("blank");
        }
    }

    @Test
    void R24_closesWithEvidenceByAnotherThanTheOwner() {
        after(close("巡察"), raised(), assigned("李伟"), evidence("王芳")).expectEvents(closed());
    }

    @Test
    void R24_notWithoutEvidenceOrMeasure() {
        after(close("巡察"), raised(), assigned("李伟"))
                .expectException(
                        rejected(
                                new RectificationIncomplete(ID, List.of("evidence is submitted"))));
        after(close("巡察"), raised())
                .expectException(
                        rejected(
                                new RectificationIncomplete(
                                        ID,
                                        List.of(
                                                "a rectification is assigned",
                                                "evidence is submitted"))));
    }

    @Test
    void R24_notByItsOwnerNorByWhoBroughtTheEvidence() {
        for (String owner : List.of("李伟", "王芳")) {
            after(close(owner), raised(), assigned("李伟"), evidence("王芳"))
                    .expectException(rejected(new ReviewerIsOwner(ID, new Actor(owner))));
        }
    }

    @Test
    void R24_reopensAndThenNeedsNewEvidence() {
        FindingEvent[] done = {raised(), assigned("李伟"), evidence("王芳"), closed()};
        after(new ReopenFinding(ID, voucher("reopen", "巡察"), "not done"), done)
                .expectEvents(reopened());
        after(
                        new CloseFinding(ID, voucher("close-2", "巡察"), "done"),
                        raised(),
                        assigned("李伟"),
                        evidence("王芳"),
                        closed(),
                        reopened())
                .expectException(
                        rejected(
                                new RectificationIncomplete(ID, List.of("evidence is submitted"))));
        after(new ReopenFinding(ID, voucher("reopen", "巡察"), "not done"), raised())
                .expectException(rejected(new FindingNotClosed(ID)));
    }

    @Test
    void aClosedFindingTakesNothingUntilReopened() {
        after(
                        new SubmitEvidence(ID, voucher("late", "王芳"), "slip"),
                        raised(),
                        assigned("李伟"),
                        evidence("王芳"),
                        closed())
                .expectException(rejected(new FindingIsClosed(ID, DAY)));
    }

    @Test
    void goesOnInOrderOfDate() {
        after(new SubmitEvidence(ID, Voucher.of("e", DAY.minusDays(1), "王芳"), "slip"), raised())
                .expectException(rejected(new EventOutOfOrder(ID, DAY.minusDays(1), DAY)));
        after(new SubmitEvidence(ID, Voucher.of("e", DAY, "王芳"), "slip"), raised())
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void aRepeatedRequestAppendsNothing() {
        after(raise(Money.of("9784.0", "CNY")), raised())
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted("finding:N-1", 0, 0));
        after(raise(Money.of("9784.01", "CNY")), raised())
                .expectException(
                        rejected(new RequestReused(new PostingId("raise"), List.of("amount"))));
    }

    @Test
    void anAbsurdAmountIsMalformed() {
        assertThat(raise(Money.of("10000000000000.00", "CNY")).amount().isPositive()).isTrue();
        assertThatThrownBy(() -> raise(Money.of("10000000000000.01", "CNY")))
                .hasMessageContaining("10000000000000.00 CNY");
        assertThatThrownBy(() -> raise(Money.of("-0.01", "CNY"))).hasMessageContaining("zero");
    }

    @Test
    void R26_everyStepSaysWhoDidIt() {
        for (FindingEvent event :
                List.of(raised(), assigned("李伟"), evidence("王芳"), closed(), reopened())) {
            assertThat(event.voucher().actor().name()).isNotBlank();
        }
    }

    @Test
    void R27_theCatalogueOfFrequentProblemsIsCoded() {
        assertThat(FindingType.values())
                .extracting(FindingType::chinese)
                .doesNotHaveDuplicates()
                .contains("截留挪用", "套取", "超进度付款", "提前支付", "应招未招", "建成闲置");
    }
}
