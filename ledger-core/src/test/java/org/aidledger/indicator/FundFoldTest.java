package org.aidledger.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.fund.Review;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;

/** A fund's figures from its events, on both time axes. */
class FundFoldTest {

    private static final FundId FUND = new FundId("F");
    private static final ProjectId ROAD = new ProjectId("ROAD");
    private static final LocalDate END = LocalDate.of(2024, 12, 31);

    private final List<Recorded<LedgerEvent>> events = new ArrayList<>();

    private static Voucher on(String date) {
        return Voucher.of("p", LocalDate.parse(date), "王芳");
    }

    private static Instant at(String time) {
        return Instant.parse(time + "T00:00:00Z");
    }

    private static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    private FundFoldTest recorded(String on, LedgerEvent event) {
        int n = events.size();
        events.add(new Recorded<>(n, "e-" + n, n, at(on), event));
        return this;
    }

    private FundFoldTest opened() {
        return recorded(
                        "2024-01-01",
                        new FundOpened(
                                FUND,
                                on("2024-01-01"),
                                "n",
                                "d",
                                "r",
                                2024,
                                Mode.STRICT,
                                2,
                                EnumSet.of(Channel.LOCAL),
                                cny("100.00")))
                .recorded(
                        "2024-01-02",
                        new ProjectEnrolled(
                                FUND,
                                on("2024-01-02"),
                                ROAD,
                                new ProjectProfile(
                                        "n",
                                        "",
                                        "",
                                        Channel.LOCAL,
                                        Kind.NEW,
                                        Delivery.CHEQUE,
                                        true,
                                        true,
                                        false,
                                        false),
                                cny("50.00"),
                                cny("50.00")));
    }

    private static ReviewRecorded review(
            String date, Review review, boolean passed, ReviewOutcome outcome) {
        return new ReviewRecorded(FUND, on(date), ROAD, review, passed, "", outcome);
    }

    private FundFigures figures(LocalDate effective) {
        return FundFold.at(new AsOf(effective, Instant.MAX), events).orElseThrow();
    }

    private ProjectStatus status(String date) {
        return figures(LocalDate.parse(date)).projects().getFirst().status();
    }

    @Test
    void thereIsNothingBeforeTheFundIsOpenAndKnown() {
        opened();
        assertThat(FundFold.at(new AsOf(LocalDate.of(2023, 12, 31), Instant.MAX), events))
                .isEmpty();
        assertThat(FundFold.at(new AsOf(END, at("2023-12-31")), events)).isEmpty();
        assertThat(FundFold.at(new AsOf(END, at("2024-01-01")), events)).isPresent();
    }

    @Test
    void whatWasKnownThenAndWhatIsKnownNow() {
        opened().recorded("2024-07-10", new FundsReceived(FUND, on("2024-06-30"), cny("7.00")));
        LocalDate june = LocalDate.of(2024, 6, 30);
        assertThat(FundFold.at(new AsOf(june, at("2024-07-05")), events).orElseThrow().received())
                .isEqualTo(cny("0.00"));
        assertThat(FundFold.at(new AsOf(june, at("2024-07-10")), events).orElseThrow().received())
                .isEqualTo(cny("7.00"));
        assertThat(figures(june.minusDays(1)).received()).isEqualTo(cny("0.00"));
    }

    @Test
    void R6_aCancelledProjectStaysCancelledWhateverTheOrderOfRecording() {
        opened().recorded(
                        "2024-03-01",
                        review("2024-02-20", Review.COMPLETENESS, true, ReviewOutcome.CANDIDATE))
                .recorded(
                        "2024-03-02",
                        review("2024-02-10", Review.COMPLIANCE, false, ReviewOutcome.CANCELLED));
        assertThat(status("2024-02-09")).isEqualTo(ProjectStatus.CANDIDATE);
        assertThat(status("2024-02-10")).isEqualTo(ProjectStatus.CANCELLED);
        assertThat(status("2024-02-20")).isEqualTo(ProjectStatus.CANCELLED);
    }

    @Test
    void R6_onlyThePapersDecideOnDeferring() {
        opened().recorded(
                        "2024-03-01",
                        review("2024-02-20", Review.COMPLETENESS, false, ReviewOutcome.DEFERRED))
                .recorded(
                        "2024-03-02",
                        review("2024-02-10", Review.COMPLIANCE, true, ReviewOutcome.CANDIDATE))
                .recorded(
                        "2024-03-03",
                        review("2024-02-25", Review.REASONABLENESS, true, ReviewOutcome.CANDIDATE));
        assertThat(status("2024-02-10")).isEqualTo(ProjectStatus.CANDIDATE);
        assertThat(status("2024-02-25")).isEqualTo(ProjectStatus.DEFERRED);
    }

    @Test
    void theReportOfTheLatestVisitCountsNotTheLatestRecorded() {
        opened().recorded("2024-05-01", progress("2024-04-30", "60", "30.00"))
                .recorded("2024-05-02", progress("2024-03-31", "40", "20.00"));
        ProjectFigures road = figures(END).projects().getFirst();
        assertThat(road.physicalPercent()).contains(new BigDecimal("60"));
        assertThat(road.workValue()).isEqualTo(cny("30.00"));
        assertThat(figures(LocalDate.of(2024, 4, 1)).projects().getFirst().workValue())
                .isEqualTo(cny("20.00"));
    }

    private static ProgressReported progress(String date, String percent, String value) {
        return new ProgressReported(
                FUND, on(date), ROAD, new BigDecimal(percent), cny(value), "张强");
    }

    @Test
    void findingsOfAnotherCurrencyCountByNumberOnly() {
        opened().recorded("2024-03-01", raised("N-1", cny("5.00")))
                .recorded("2024-03-01", raised("N-2", Money.of("5.00", "EUR")))
                .recorded(
                        "2024-04-01",
                        new FindingClosed(new FindingId("N-1"), on("2024-04-01"), FUND, "done"));
        FundFigures.FindingFigures findings = figures(END).findings();
        assertThat(findings.raised()).isEqualTo(2);
        assertThat(findings.closed()).isEqualTo(1);
        assertThat(findings.amountRaised()).isEqualTo(cny("5.00"));
        assertThat(findings.amountClosed()).isEqualTo(cny("5.00"));
    }

    private static FindingRaised raised(String id, Money amount) {
        return new FindingRaised(
                new FindingId(id), on("2024-03-01"), FUND, "", FindingType.OTHER, amount, "d", "s");
    }

    @Test
    void otherFlowsAreKeptByKind() {
        opened().recorded("2024-03-01", flow("5", "2.00"))
                .recorded("2024-03-01", flow("5", "-3.00"))
                .recorded("2024-03-01", flow("6", "1.00"));
        assertThat(figures(END).otherFlows())
                .containsOnlyKeys("5", "6")
                .containsEntry("5", new FundFigures.OtherFlow(2, cny("-1.00")));
        assertThat(figures(END).pool()).isEqualTo(cny("0.00"));
    }

    private static OtherFlowRecorded flow(String kind, String amount) {
        return new OtherFlowRecorded(FUND, on("2024-03-01"), ROAD, kind, cny(amount));
    }
}
