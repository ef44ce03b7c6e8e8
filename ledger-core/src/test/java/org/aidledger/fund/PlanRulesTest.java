package org.aidledger.fund;

import static org.aidledger.fund.Asks.allocate;
import static org.aidledger.fund.Asks.reallocate;
import static org.aidledger.fund.Asks.under;
import static org.aidledger.fund.FundFixture.rejected;
import static org.aidledger.fund.Words.FARM;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.SCHOOL;
import static org.aidledger.fund.Words.VOUCHER;
import static org.aidledger.fund.Words.allocated;
import static org.aidledger.fund.Words.as;
import static org.aidledger.fund.Words.breach;
import static org.aidledger.fund.Words.by;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.day;
import static org.aidledger.fund.Words.enrolled;
import static org.aidledger.fund.Words.issued;
import static org.aidledger.fund.Words.observed;
import static org.aidledger.fund.Words.on;
import static org.aidledger.fund.Words.opened;
import static org.aidledger.fund.Words.planned;
import static org.aidledger.fund.Words.profile;
import static org.aidledger.fund.Words.reviewed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.Mirrored;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.DropAdjustment;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.PlanPhase;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.RequestRefused.AdjustmentExists;
import org.aidledger.fund.RequestRefused.AdjustmentIsDropped;
import org.aidledger.fund.RequestRefused.AdjustmentSettled;
import org.aidledger.fund.RequestRefused.AdjustmentUnknown;
import org.aidledger.fund.RequestRefused.AlreadyAgreed;
import org.aidledger.fund.RequestRefused.AmountTooLarge;
import org.aidledger.fund.RequestRefused.ChannelNotOfFund;
import org.aidledger.fund.RequestRefused.NothingToPlan;
import org.aidledger.fund.RequestRefused.PlanAlreadyIssued;
import org.aidledger.fund.RequestRefused.PlanNotIssued;
import org.aidledger.fund.RequestRefused.PlannedBelowZero;
import org.aidledger.fund.RequestRefused.ProjectAlreadyEnrolled;
import org.aidledger.fund.RequestRefused.ProjectCancelled;
import org.aidledger.fund.RequestRefused.ProjectInPlan;
import org.aidledger.fund.RuleBroken.AdjustmentNotApproved;
import org.aidledger.fund.RuleBroken.AdjustmentNotEnough;
import org.aidledger.fund.RuleBroken.AgreementsMissing;
import org.aidledger.fund.RuleBroken.FloorMissed;
import org.aidledger.fund.RuleBroken.NewProjectOutsideMidTerm;
import org.aidledger.fund.RuleBroken.NotInAdjustment;
import org.aidledger.fund.RuleBroken.OutOfOrder;
import org.aidledger.fund.RuleBroken.ReviewsMissing;
import org.aidledger.fund.RuleBroken.SameActor;
import org.aidledger.money.Money;
import org.aidledger.posting.PostingRules;
import org.junit.jupiter.api.Test;

/** What enters the plan and how it changes: R2 to R7. */
class PlanRulesTest {

    private static final AdjustmentId FIRST = new AdjustmentId("A-1");

    private static FundFixture fund() {
        return new FundFixture().given(opened("1000.00"));
    }

    private static EnrolProject enrol(ProjectId project, ProjectProfile profile) {
        return new EnrolProject(FUND, VOUCHER, project, profile, cny("100.00"), cny("100.00"));
    }

    private static RecordReview review(ProjectId project, Review review, boolean passed) {
        return new RecordReview(FUND, VOUCHER, project, review, passed, "");
    }

    private static ReviewRecorded reviewOf(
            ProjectId project, Review review, boolean passed, ReviewOutcome outcome) {
        return new ReviewRecorded(FUND, VOUCHER, project, review, passed, "", outcome);
    }

    private static IssuePlan issue() {
        return new IssuePlan(FUND, VOUCHER);
    }

    private static PlanIssued issuedNow(ProjectId... projects) {
        return new PlanIssued(FUND, VOUCHER, 1, List.of(projects));
    }

    private static PlanChange change(ProjectId project, String planned) {
        return new PlanChange(project, cny(planned), cny("0.00"));
    }

    private static ProposeAdjustment propose(AdjustmentKind kind, PlanChange... changes) {
        return new ProposeAdjustment(FUND, VOUCHER, FIRST, kind, List.of(changes), "prices rose");
    }

    private static AdjustmentProposed proposed(AdjustmentKind kind, PlanChange... changes) {
        return new AdjustmentProposed(FUND, VOUCHER, FIRST, kind, List.of(changes), "prices rose");
    }

    private static AgreeAdjustment agree(Party party) {
        return new AgreeAdjustment(FUND, VOUCHER, FIRST, party);
    }

    private static AdjustmentAgreed agreed(String actor, Party party) {
        return by(actor, new AdjustmentAgreed(FUND, VOUCHER, FIRST, party));
    }

    private static ApproveAdjustment approve() {
        return by("PO", new ApproveAdjustment(FUND, VOUCHER, FIRST));
    }

    private static AdjustmentApproved approved(List<ProjectId> admitted, PlanChange... changes) {
        return new AdjustmentApproved(FUND, VOUCHER, FIRST, 2, List.of(changes), admitted);
    }

    private static List<FundEvent> bothAgreed() {
        return List.of(agreed("HQ", Party.HEADQUARTERS), agreed("RG", Party.RECIPIENT));
    }

    private static DropAdjustment drop() {
        return new DropAdjustment(FUND, VOUCHER, FIRST, "the road is not needed");
    }

    private static AdjustmentDropped dropped() {
        return new AdjustmentDropped(FUND, VOUCHER, FIRST, "the road is not needed");
    }

    // Enrolment

    @Test
    void enrolsAProjectOnce() {
        fund().when(enrol(ROAD, profile(true)))
                .expectEvents(on("2024-03-01", enrolled(ROAD, "100.00")));
        fund().given(enrolled(ROAD, "1.00"))
                .when(enrol(ROAD, profile(true)))
                .expectException(rejected(new ProjectAlreadyEnrolled(ROAD)));
    }

    @Test
    void R30_enrolsInAChannelOfTheFundOnly() {
        fund().when(enrol(ROAD, profile(true, Channel.BINGTUAN)))
                .expectException(
                        rejected(new ChannelNotOfFund(Channel.BINGTUAN, Set.of(Channel.LOCAL))));
    }

    @Test
    void plansInPhasesUntilThePlanIsIssued() {
        PlanPhase phase = new PlanPhase(FUND, VOUCHER, ROAD, cny("-100.00"), cny("5.00"));
        fund().given(enrolled(ROAD, "100.00"))
                .when(phase)
                .expectEvents(new PlanPhaseAdded(FUND, VOUCHER, ROAD, cny("-100.00"), cny("5.00")));
        fund().given(planned(ROAD))
                .when(phase)
                .expectException(rejected(new ProjectInPlan(ROAD, day("2024-01-05"))));
    }

    @Test
    void noPhaseTakesThePlanBelowZeroOnAnyDay() {
        fund().given(
                        enrolled(ROAD, "100.00"),
                        on(
                                "2024-04-01",
                                new PlanPhaseAdded(
                                        FUND, VOUCHER, ROAD, cny("-60.00"), cny("0.00"))))
                .when(new PlanPhase(FUND, VOUCHER, ROAD, cny("-40.01"), cny("0.00")))
                .expectException(rejected(new PlannedBelowZero(ROAD, cny("-40.01"), cny("40.00"))));
    }

    // Three reviews

    @Test
    void R5_issuesThePlanAfterThreeReviews() {
        fund().given(enrolled(ROAD, "100.00"), reviewed(ROAD))
                .when(issue())
                .expectEvents(issuedNow(ROAD));
    }

    @Test
    void R5_issuesNoPlanWithAReviewMissing() {
        fund().given(
                        enrolled(ROAD, "100.00"),
                        reviewed(ROAD, Review.COMPLIANCE),
                        reviewed(ROAD, Review.COMPLETENESS))
                .when(issue())
                .expectNoEvents()
                .expectException(rejected(new ReviewsMissing(List.of("ROAD [REASONABLENESS]"))));
    }

    @Test
    void R5_reviewsOfLaterDatesDoNotCount() {
        FundFixture reviewed =
                fund().given(
                                enrolled(ROAD, "100.00"),
                                reviewed(ROAD, Review.COMPLIANCE),
                                reviewed(ROAD, Review.COMPLETENESS),
                                on("2024-03-02", reviewed(ROAD, Review.REASONABLENESS)));
        reviewed.when(issue())
                .expectException(rejected(new ReviewsMissing(List.of("ROAD [REASONABLENESS]"))));
        reviewed.when(on("2024-03-02", issue())).expectAccepted(1);
    }

    @Test
    void R6_notCompliantIsCancelledForGood() {
        fund().given(enrolled(ROAD, "100.00"), reviewed(ROAD, Review.COMPLETENESS))
                .when(review(ROAD, Review.COMPLIANCE, false))
                .expectEvents(reviewOf(ROAD, Review.COMPLIANCE, false, ReviewOutcome.CANCELLED));
        FundFixture cancelled =
                fund().given(
                                enrolled(ROAD, "100.00"),
                                reviewOf(ROAD, Review.COMPLIANCE, false, ReviewOutcome.CANCELLED));
        for (Review review : Review.values()) {
            cancelled
                    .when(review(ROAD, review, true))
                    .expectException(rejected(new ProjectCancelled(ROAD)));
        }
        cancelled.when(issue()).expectException(rejected(new NothingToPlan()));
    }

    @Test
    void R6_notReasonableIsCancelled() {
        fund().given(enrolled(ROAD, "100.00"))
                .when(review(ROAD, Review.REASONABLENESS, false))
                .expectEvents(
                        reviewOf(ROAD, Review.REASONABLENESS, false, ReviewOutcome.CANCELLED));
    }

    @Test
    void R6_incompletePapersDeferUntilTheyAreThere() {
        fund().given(enrolled(ROAD, "100.00"))
                .when(review(ROAD, Review.COMPLETENESS, false))
                .expectEvents(reviewOf(ROAD, Review.COMPLETENESS, false, ReviewOutcome.DEFERRED));
        FundFixture deferred =
                fund().given(
                                enrolled(ROAD, "100.00"),
                                reviewOf(ROAD, Review.COMPLETENESS, false, ReviewOutcome.DEFERRED));
        deferred.when(on("2024-03-02", review(ROAD, Review.COMPLIANCE, true)))
                .expectEvents(reviewOf(ROAD, Review.COMPLIANCE, true, ReviewOutcome.DEFERRED));
        deferred.when(on("2024-03-02", review(ROAD, Review.COMPLETENESS, true)))
                .expectEvents(reviewOf(ROAD, Review.COMPLETENESS, true, ReviewOutcome.CANDIDATE));
    }

    @Test
    void R6_deferredProjectsStayOutOfTheIssuedPlan() {
        fund().given(
                        enrolled(ROAD, "100.00"),
                        reviewed(ROAD),
                        enrolled(SCHOOL, "100.00"),
                        reviewed(SCHOOL),
                        reviewOf(SCHOOL, Review.COMPLETENESS, false, ReviewOutcome.DEFERRED))
                .when(issue())
                .expectEvents(issuedNow(ROAD));
    }

    @Test
    void thePlanTakesNoProjectEnrolledLater() {
        fund().given(
                        enrolled(ROAD, "100.00"),
                        reviewed(ROAD),
                        on("2024-03-02", enrolled(SCHOOL, "1.00")))
                .when(issue())
                .expectEvents(issuedNow(ROAD));
    }

    @Test
    void R7_issuesAPlanThatJustMeetsTheFloor() {
        fund().given(
                        enrolled(ROAD, "80.00", profile(true)),
                        enrolled(FARM, "20.00", profile(false)),
                        reviewed(ROAD),
                        reviewed(FARM))
                .when(issue())
                .expectEvents(issuedNow(FARM, ROAD));
    }

    @Test
    void R7_issuesNoPlanBelowTheFloor() {
        fund().given(
                        enrolled(ROAD, "79.99", profile(true)),
                        enrolled(FARM, "20.01", profile(false)),
                        reviewed(ROAD),
                        reviewed(FARM))
                .when(issue())
                .expectException(
                        rejected(
                                new FloorMissed(
                                        cny("79.99"),
                                        cny("100.00"),
                                        new BigDecimal("79.99"),
                                        new BigDecimal("80"))));
    }

    @Test
    void anObservedFundNotesWhatThePlanLacks() {
        new FundFixture()
                .given(observed("1.00"), enrolled(ROAD, "100.00"))
                .when(issue())
                .expectEvents(
                        issuedNow(ROAD),
                        breach(
                                FUND.value(),
                                new ReviewsMissing(
                                        List.of(
                                                "ROAD [COMPLIANCE, REASONABLENESS,"
                                                        + " COMPLETENESS]"))));
    }

    // Adjustments

    @Test
    void R4_aProposedAdjustmentCanBeGivenUpUntilItIsApproved() {
        FundFixture proposed =
                fund().given(
                                planned(ROAD),
                                proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")),
                                agreed("HQ", Party.HEADQUARTERS));
        proposed.when(drop()).expectEvents(dropped());
        proposed.when(on("2024-02-29", drop()))
                .expectException(
                        rejected(
                                new OutOfOrder(
                                        "Giving it up", day("2024-02-29"), day("2024-03-01"))));
        fund().given(
                        planned(ROAD),
                        proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")),
                        bothAgreed(),
                        approved(List.of(), change(ROAD, "1.00")))
                .when(drop())
                .expectException(rejected(new AdjustmentSettled(FIRST)));
    }

    @Test
    void R4_whatWasGivenUpIsNotSignedAnyMore() {
        FundFixture dropped =
                fund().given(
                                planned(ROAD),
                                proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")),
                                bothAgreed(),
                                dropped());
        dropped.when(approve()).expectException(rejected(new AdjustmentIsDropped(FIRST)));
        dropped.when(agree(Party.RECIPIENT))
                .expectException(rejected(new AdjustmentIsDropped(FIRST)));
        dropped.when(drop()).expectException(rejected(new AdjustmentIsDropped(FIRST)));
    }

    @Test
    void R3_anIssuedPlanIsNotIssuedAgain() {
        fund().given(planned(ROAD))
                .when(issue())
                .expectException(rejected(new PlanAlreadyIssued(1)));
    }

    @Test
    void R3_withoutAPlanThereIsNothingToAdjust() {
        fund().given(enrolled(ROAD, "100.00"))
                .when(propose(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")))
                .expectException(rejected(new PlanNotIssued()));
    }

    @Test
    void R3_noAdjustmentBeforeThePlan() {
        fund().given(planned(ROAD))
                .when(on("2024-01-04", propose(AdjustmentKind.IN_YEAR, change(ROAD, "1.00"))))
                .expectException(
                        rejected(
                                new OutOfOrder(
                                        "The proposal", day("2024-01-04"), day("2024-01-05"))));
        fund().given(planned(ROAD))
                .when(on("2024-01-05", propose(AdjustmentKind.IN_YEAR, change(ROAD, "1.00"))))
                .expectAccepted(1);
    }

    @Test
    void R2_midTermIsTheOnlyDoorForNewProjects() {
        fund().given(planned(ROAD), enrolled(FARM, "10.00"))
                .when(propose(AdjustmentKind.IN_YEAR, change(FARM, "1.00")))
                .expectException(rejected(new NewProjectOutsideMidTerm(FARM)));
        fund().given(planned(ROAD), enrolled(FARM, "10.00"))
                .when(propose(AdjustmentKind.MID_TERM, change(FARM, "1.00")))
                .expectEvents(proposed(AdjustmentKind.MID_TERM, change(FARM, "1.00")));
    }

    @Test
    void R2_admitsANewProjectOnlyAfterItsReviews() {
        FundFixture agreed =
                fund().given(
                                planned(ROAD),
                                enrolled(FARM, "10.00"),
                                proposed(AdjustmentKind.MID_TERM, change(FARM, "1.00")),
                                bothAgreed());
        agreed.when(approve())
                .expectException(
                        rejected(
                                new ReviewsMissing(
                                        List.of(
                                                "FARM [COMPLIANCE, REASONABLENESS,"
                                                        + " COMPLETENESS]"))));
        agreed.given(reviewed(FARM))
                .when(approve())
                .expectEvents(approved(List.of(FARM), change(FARM, "1.00")));
    }

    /** The review that failed is of 1 April; the approval that would go around it, of 1 March. */
    @Test
    void R6_whatAReviewCancelledEntersNoPlanOfAnEarlierDayEither() {
        fund().given(
                        planned(ROAD),
                        enrolled(FARM, "10.00"),
                        reviewed(FARM),
                        on(
                                "2024-04-01",
                                reviewOf(
                                        FARM,
                                        Review.REASONABLENESS,
                                        false,
                                        ReviewOutcome.CANCELLED)),
                        proposed(AdjustmentKind.MID_TERM, change(FARM, "1.00")),
                        bothAgreed())
                .when(approve())
                .expectException(rejected(new ReviewsMissing(List.of("FARM [REASONABLENESS]"))));
    }

    @Test
    void R4_bothPartiesAgreeThenTheOfficeApproves() {
        fund().given(
                        planned(ROAD),
                        proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")),
                        bothAgreed())
                .when(approve())
                .expectEvents(approved(List.of(), change(ROAD, "1.00")));
    }

    @Test
    void R4_noApprovalBeforeBothAgreed() {
        fund().given(
                        planned(ROAD),
                        proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")),
                        agreed("HQ", Party.HEADQUARTERS))
                .when(approve())
                .expectException(rejected(new AgreementsMissing(FIRST, List.of(Party.RECIPIENT))));
    }

    @Test
    void R4_noApprovalDatedBeforeTheAgreements() {
        fund().given(
                        planned(ROAD),
                        proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")),
                        agreed("HQ", Party.HEADQUARTERS),
                        on("2024-03-03", agreed("RG", Party.RECIPIENT)))
                .when(on("2024-03-02", approve()))
                .expectException(
                        rejected(
                                new OutOfOrder(
                                        "The approval", day("2024-03-02"), day("2024-03-03"))));
    }

    @Test
    void R4_threeDifferentPeopleSign() {
        FundFixture proposed =
                fund().given(planned(ROAD), proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")));
        proposed.given(agreed("HQ", Party.HEADQUARTERS))
                .when(by("HQ", agree(Party.RECIPIENT)))
                .expectException(rejected(new SameActor(new Actor("HQ"), "agreed")));
        proposed.given(agreed("RG", Party.RECIPIENT))
                .when(by("HQ", approve()))
                .expectException(rejected(new SameActor(new Actor("HQ"), "agreed")));
    }

    @Test
    void R4_noAgreementBeforeTheProposalNorTwice() {
        FundFixture proposed =
                fund().given(planned(ROAD), proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")));
        proposed.when(on("2024-02-29", agree(Party.RECIPIENT)))
                .expectException(
                        rejected(
                                new OutOfOrder(
                                        "The agreement", day("2024-02-29"), day("2024-03-01"))));
        proposed.given(agreed("HQ", Party.HEADQUARTERS))
                .when(agree(Party.HEADQUARTERS))
                .expectException(rejected(new AlreadyAgreed(FIRST, Party.HEADQUARTERS)));
    }

    @Test
    void anAdjustmentIsProposedAndSettledOnce() {
        fund().given(planned(ROAD))
                .when(agree(Party.RECIPIENT))
                .expectException(rejected(new AdjustmentUnknown(FIRST)));
        FundFixture settled =
                fund().given(
                                planned(ROAD),
                                proposed(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")),
                                bothAgreed(),
                                approved(List.of(), change(ROAD, "1.00")));
        settled.when(propose(AdjustmentKind.IN_YEAR, change(ROAD, "1.00")))
                .expectException(rejected(new AdjustmentExists(FIRST)));
        settled.when(agree(Party.RECIPIENT))
                .expectException(rejected(new AdjustmentSettled(FIRST)));
        settled.when(approve()).expectException(rejected(new AdjustmentSettled(FIRST)));
    }

    @Test
    void anAdjustmentLowersThePlanToZeroAtMost() {
        fund().given(planned(ROAD))
                .when(propose(AdjustmentKind.IN_YEAR, change(ROAD, "-100.00")))
                .expectAccepted(1);
        fund().given(planned(ROAD))
                .when(propose(AdjustmentKind.IN_YEAR, change(ROAD, "-100.01")))
                .expectException(
                        rejected(new PlannedBelowZero(ROAD, cny("-100.01"), cny("100.00"))));
    }

    @Test
    void severalLinesForOneProjectCountTogether() {
        fund().given(planned(ROAD))
                .when(
                        propose(
                                AdjustmentKind.IN_YEAR,
                                change(ROAD, "-60.00"),
                                change(ROAD, "-40.01")))
                .expectException(
                        rejected(new PlannedBelowZero(ROAD, cny("-100.01"), cny("100.00"))));
    }

    @Test
    void anAdjustmentIsWeighedAgainWhenItIsApproved() {
        AdjustmentId second = new AdjustmentId("A-2");
        PlanChange lower = change(ROAD, "-60.00");
        fund().given(
                        planned(ROAD),
                        proposed(AdjustmentKind.IN_YEAR, lower),
                        bothAgreed(),
                        new AdjustmentApproved(FUND, VOUCHER, FIRST, 2, List.of(lower), List.of()),
                        new AdjustmentProposed(
                                FUND,
                                VOUCHER,
                                second,
                                AdjustmentKind.IN_YEAR,
                                List.of(lower),
                                "again"))
                .when(by("PO", new ApproveAdjustment(FUND, VOUCHER, second)))
                .expectException(rejected(new PlannedBelowZero(ROAD, cny("-60.00"), cny("40.00"))));
    }

    @Test
    void theLinesOfAnAdjustmentCountTogetherTowardsOverflow() {
        Money most = new Money(Long.MAX_VALUE / 5, cny("0.00").denomination());
        Money left =
                new Money(Long.MAX_VALUE / 4 - 120_000 - most.minorUnits(), most.denomination());
        PlanChange raise = new PlanChange(ROAD, most, cny("0.00"));
        fund().given(planned(ROAD))
                .when(propose(AdjustmentKind.IN_YEAR, raise, raise))
                .expectException(rejected(new AmountTooLarge(most, left)));
    }

    @Test
    void R4_reallocatesUnderAnApprovedAdjustmentThatNamesBoth() {
        PlanChange[] changes = {change(ROAD, "-10.00"), change(SCHOOL, "10.00")};
        FundFixture proposed =
                fund().given(
                                planned(ROAD, SCHOOL, FARM),
                                allocated(ROAD, "50.00"),
                                proposed(AdjustmentKind.IN_YEAR, changes),
                                bothAgreed());
        proposed.when(on("2024-03-05", reallocate(ROAD, SCHOOL, "10.00", under("A-1"))))
                .expectException(rejected(new AdjustmentNotApproved(FIRST, Optional.empty())));
        FundFixture approved = proposed.given(on("2024-03-05", approved(List.of(), changes)));
        approved.when(on("2024-03-04", reallocate(ROAD, SCHOOL, "10.00", under("A-1"))))
                .expectException(
                        rejected(new AdjustmentNotApproved(FIRST, Optional.of(day("2024-03-05")))));
        approved.when(on("2024-03-05", reallocate(ROAD, SCHOOL, "10.00", under("A-1"))))
                .expectAccepted(1);
        approved.when(on("2024-03-05", reallocate(ROAD, FARM, "10.00", under("A-1"))))
                .expectException(rejected(new NotInAdjustment(FIRST, List.of(FARM))));
        approved.when(on("2024-03-05", reallocate(ROAD, SCHOOL, "10.00", under("A-9"))))
                .expectException(rejected(new AdjustmentUnknown(new AdjustmentId("A-9"))));
    }

    /** Ten are taken from the road's plan and given to the school, in whatever steps. */
    private static FundFixture tenAdjusted(Mode mode) {
        PlanChange[] changes = {
            change(ROAD, "-7.00"), change(SCHOOL, "10.00"), change(ROAD, "-3.00")
        };
        return new FundFixture()
                .given(
                        mode == Mode.STRICT ? opened("1000.00") : observed("1000.00"),
                        planned(ROAD, SCHOOL),
                        allocated(ROAD, "50.00"),
                        allocated(SCHOOL, "50.00"),
                        proposed(AdjustmentKind.IN_YEAR, changes),
                        bothAgreed(),
                        approved(List.of(), changes));
    }

    private static AdjustmentNotEnough notEnough(
            ProjectId from, String requested, String acceptable) {
        return new AdjustmentNotEnough(FIRST, from, cny(requested), cny(acceptable));
    }

    @Test
    void R4_reallocatesNoMoreThanTheAdjustmentTakesFromTheProject() {
        FundFixture strict = tenAdjusted(Mode.STRICT);
        strict.when(reallocate(ROAD, SCHOOL, "10.00", under("A-1"))).expectAccepted(1);
        strict.when(reallocate(ROAD, SCHOOL, "10.01", under("A-1")))
                .expectException(rejected(notEnough(ROAD, "10.01", "10.00")));
        strict.when(reallocate(SCHOOL, ROAD, "0.01", under("A-1")))
                .expectException(rejected(notEnough(SCHOOL, "0.01", "0.00")));
        tenAdjusted(Mode.OBSERVED)
                .when(reallocate(ROAD, SCHOOL, "10.01", under("A-1")))
                .expectEvents(moved("10.01"), breach("SCHOOL", notEnough(ROAD, "10.01", "10.00")));
    }

    @Test
    void R4_whatAnAdjustmentMovedItDoesNotMoveAgain() {
        FundFixture moved =
                tenAdjusted(Mode.STRICT).given(as("move", on("2024-03-05", moved("6.00"))));
        moved.when(reallocate(ROAD, SCHOOL, "4.00", under("A-1"))).expectAccepted(1);
        moved.when(reallocate(ROAD, SCHOOL, "4.01", under("A-1")))
                .expectException(rejected(notEnough(ROAD, "4.01", "4.00")));
        FundFixture undone =
                moved.given(
                        on(
                                "2024-03-08",
                                new PostingReversed(
                                        FUND,
                                        VOUCHER,
                                        new PostingId("move"),
                                        "wrong project",
                                        new Mirrored(
                                                "fund.funds-reallocated",
                                                day("2024-03-05"),
                                                PostingRules.transfersFor(moved("6.00"))))));
        undone.when(on("2024-03-08", reallocate(ROAD, SCHOOL, "10.00", under("A-1"))))
                .expectAccepted(1);
        undone.when(on("2024-03-07", reallocate(ROAD, SCHOOL, "10.00", under("A-1"))))
                .expectException(rejected(notEnough(ROAD, "10.00", "4.00")));
    }

    private static FundsReallocated moved(String amount) {
        return new FundsReallocated(FUND, VOUCHER, ROAD, SCHOOL, cny(amount), under("A-1"));
    }

    @Test
    void R1_moneyFollowsAnAdmittedProjectFromItsDay() {
        FundFixture admitted =
                fund().given(planned(ROAD), enrolled(FARM, "10.00"), approvedAlone(FARM));
        admitted.when(on("2024-03-05", allocate(FARM, "1.00"))).expectAccepted(1);
        admitted.when(on("2024-03-04", allocate(FARM, "1.00"))).expectNoEvents();
    }

    private static List<FundEvent> approvedAlone(ProjectId project) {
        return List.of(
                proposed(AdjustmentKind.MID_TERM, change(project, "1.00")),
                on("2024-03-05", approved(List.of(project), change(project, "1.00"))));
    }

    @Test
    void anEarlierPlanDateTakesMoneyEarlier() {
        fund().given(enrolled(ROAD, "100.00"), reviewed(ROAD), issued(ROAD))
                .when(on("2024-01-05", allocate(ROAD, "1.00")))
                .expectAccepted(1);
    }
}
