package org.aidledger.fund;

import static java.util.stream.Collectors.toSet;
import static org.aidledger.fund.Words.DAY;
import static org.aidledger.fund.Words.FUND;
import static org.aidledger.fund.Words.ROAD;
import static org.aidledger.fund.Words.cny;
import static org.aidledger.fund.Words.day;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalRejection;
import org.aidledger.approval.ApprovalRejection.ApprovalSettled;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalRejection.NotApproved;
import org.aidledger.approval.ApprovalRejection.NotRequester;
import org.aidledger.approval.ApprovalRejection.OwnRequest;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.event.RequestReused;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingRejection;
import org.aidledger.finding.FindingRejection.EventOutOfOrder;
import org.aidledger.finding.FindingRejection.FindingExists;
import org.aidledger.finding.FindingRejection.FindingIsClosed;
import org.aidledger.finding.FindingRejection.FindingNotClosed;
import org.aidledger.finding.FindingRejection.FindingUnknown;
import org.aidledger.finding.FindingRejection.RectificationIncomplete;
import org.aidledger.finding.FindingRejection.ReviewerIsOwner;
import org.aidledger.fund.RequestRefused.AdjustmentExists;
import org.aidledger.fund.RequestRefused.AdjustmentIsDropped;
import org.aidledger.fund.RequestRefused.AdjustmentSettled;
import org.aidledger.fund.RequestRefused.AdjustmentUnknown;
import org.aidledger.fund.RequestRefused.AlreadyAgreed;
import org.aidledger.fund.RequestRefused.AlreadyFrozen;
import org.aidledger.fund.RequestRefused.AlreadyRecorded;
import org.aidledger.fund.RequestRefused.AlreadyReversed;
import org.aidledger.fund.RequestRefused.AmountNegative;
import org.aidledger.fund.RequestRefused.AmountNotPositive;
import org.aidledger.fund.RequestRefused.AmountTooLarge;
import org.aidledger.fund.RequestRefused.AmountZero;
import org.aidledger.fund.RequestRefused.ApprovalMissing;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.fund.RequestRefused.BeforeEnrolment;
import org.aidledger.fund.RequestRefused.BeforeOpening;
import org.aidledger.fund.RequestRefused.ChannelNotOfFund;
import org.aidledger.fund.RequestRefused.CurrencyMismatch;
import org.aidledger.fund.RequestRefused.FreezeTooEarly;
import org.aidledger.fund.RequestRefused.FundAlreadyOpen;
import org.aidledger.fund.RequestRefused.FundUnknown;
import org.aidledger.fund.RequestRefused.NotFrozen;
import org.aidledger.fund.RequestRefused.NotReversible;
import org.aidledger.fund.RequestRefused.NothingToPlan;
import org.aidledger.fund.RequestRefused.NothingUnspent;
import org.aidledger.fund.RequestRefused.NumberTaken;
import org.aidledger.fund.RequestRefused.PeriodAlreadyClosed;
import org.aidledger.fund.RequestRefused.PeriodClosed;
import org.aidledger.fund.RequestRefused.PeriodNotClosed;
import org.aidledger.fund.RequestRefused.PlanAlreadyIssued;
import org.aidledger.fund.RequestRefused.PlanNotIssued;
import org.aidledger.fund.RequestRefused.PlannedBelowZero;
import org.aidledger.fund.RequestRefused.PostingIdReused;
import org.aidledger.fund.RequestRefused.PostingUnknown;
import org.aidledger.fund.RequestRefused.ProjectAlreadyEnrolled;
import org.aidledger.fund.RequestRefused.ProjectCancelled;
import org.aidledger.fund.RequestRefused.ProjectInPlan;
import org.aidledger.fund.RequestRefused.ProjectUnknown;
import org.aidledger.fund.RequestRefused.ReversalTooEarly;
import org.aidledger.fund.RequestRefused.TooManyDecimals;
import org.aidledger.fund.RuleBroken.AcceptanceMissing;
import org.aidledger.fund.RuleBroken.AdjustmentNotApproved;
import org.aidledger.fund.RuleBroken.AdjustmentNotEnough;
import org.aidledger.fund.RuleBroken.AgreementsMissing;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.fund.RuleBroken.ChangeOrderUnsupported;
import org.aidledger.fund.RuleBroken.ContractMissing;
import org.aidledger.fund.RuleBroken.CrossChannel;
import org.aidledger.fund.RuleBroken.FiguresContradict;
import org.aidledger.fund.RuleBroken.FloorMissed;
import org.aidledger.fund.RuleBroken.MoneyLeft;
import org.aidledger.fund.RuleBroken.NewProjectOutsideMidTerm;
import org.aidledger.fund.RuleBroken.NotCompleted;
import org.aidledger.fund.RuleBroken.NotInAdjustment;
import org.aidledger.fund.RuleBroken.NotStarted;
import org.aidledger.fund.RuleBroken.OutOfOrder;
import org.aidledger.fund.RuleBroken.ProjectFrozen;
import org.aidledger.fund.RuleBroken.ProjectIsClosed;
import org.aidledger.fund.RuleBroken.ProjectOffPlan;
import org.aidledger.fund.RuleBroken.ReclaimNotEnough;
import org.aidledger.fund.RuleBroken.ReviewsMissing;
import org.aidledger.fund.RuleBroken.SameActor;
import org.aidledger.fund.RuleBroken.StartedBeforeApproval;
import org.aidledger.payee.PayeeRejection;
import org.aidledger.payee.PayeeRejection.PayeeErasedBefore;
import org.aidledger.payee.PayeeRejection.PayeeNamed;
import org.aidledger.payee.PayeeRejection.PayeeUnknown;
import org.aidledger.payee.PayeeRejection.PseudonymUnknown;
import org.aidledger.payee.Pseudonym;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.aidledger.sample.SampleId;
import org.aidledger.sample.SampleRejection;
import org.aidledger.sample.SampleRejection.ItemNotDrawn;
import org.aidledger.sample.SampleRejection.ItemsLeft;
import org.aidledger.sample.SampleRejection.MisstatementExceeded;
import org.aidledger.sample.SampleRejection.SampleExists;
import org.aidledger.sample.SampleRejection.SampleIsClosed;
import org.aidledger.sample.SampleRejection.SampleUnknown;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotRejection;
import org.aidledger.snapshot.SnapshotRejection.AlreadySigned;
import org.aidledger.snapshot.SnapshotRejection.FiguresDiffer;
import org.aidledger.snapshot.SnapshotRejection.NotYetRecorded;
import org.aidledger.snapshot.SnapshotRejection.NothingToFreeze;
import org.aidledger.snapshot.SnapshotRejection.SignerFroze;
import org.aidledger.snapshot.SnapshotRejection.SnapshotExists;
import org.aidledger.snapshot.SnapshotRejection.SnapshotIsWithdrawn;
import org.aidledger.snapshot.SnapshotRejection.SnapshotUnknown;
import org.junit.jupiter.api.Test;

/** The public list of refusals: each with a permanent code, a message, and a test of its own. */
class RejectionsTest {

    private static final AdjustmentId ADJUSTMENT = new AdjustmentId("A-1");
    private static final PostingId POSTING = new PostingId("p-1");
    private static final ApprovalId APPROVAL = ApprovalId.of(FUND, POSTING);
    private static final FindingId FINDING = new FindingId("N-1");
    private static final Pseudonym PAYEE = new Pseudonym("payee-" + "0".repeat(40));
    private static final SampleId SAMPLE = new SampleId("S-1");
    private static final SnapshotId SNAPSHOT = new SnapshotId("monthly-2024-06");
    private static final SnapshotDigest DIGEST = new SnapshotDigest("0".repeat(64));
    private static final Actor ACTOR = new Actor("王芳");
    private static final Instant INSTANT = Instant.parse("2024-04-01T00:00:00Z");
    private static final Optional<LocalDate> LATER = Optional.of(day("2024-04-01"));

    private static final List<Rejection> SAMPLES =
            List.of(
                    new FundUnknown(FUND),
                    new FundAlreadyOpen(FUND),
                    new PostingIdReused(POSTING, List.of("amount", "note"), 7),
                    new ApprovalMissing("every reclaim", new Actor("王芳")),
                    new CurrencyMismatch("EUR", "CNY"),
                    new TooManyDecimals(cny("0.001"), 2),
                    new AmountNotPositive(cny("0.00")),
                    new AmountNegative(cny("-1.00")),
                    new AmountZero(),
                    new AmountTooLarge(cny("2.00"), cny("1.00")),
                    new PeriodClosed(DAY, day("2024-04-01")),
                    new PeriodAlreadyClosed(DAY),
                    new PeriodNotClosed(DAY),
                    new ProjectUnknown(ROAD),
                    new BeforeOpening(DAY, day("2024-04-01")),
                    new BeforeEnrolment(ROAD, DAY, day("2024-04-01")),
                    new ProjectAlreadyEnrolled(ROAD),
                    new ChannelNotOfFund(Channel.BINGTUAN, Set.of(Channel.LOCAL)),
                    new ProjectCancelled(ROAD),
                    new ProjectInPlan(ROAD, DAY),
                    new PlanAlreadyIssued(1),
                    new PlanNotIssued(),
                    new NothingToPlan(),
                    new AdjustmentUnknown(ADJUSTMENT),
                    new AdjustmentExists(ADJUSTMENT),
                    new AdjustmentSettled(ADJUSTMENT),
                    new AdjustmentIsDropped(ADJUSTMENT),
                    new AlreadyAgreed(ADJUSTMENT, Party.RECIPIENT),
                    new PlannedBelowZero(ROAD, cny("-2.00"), cny("1.00")),
                    new NothingUnspent(ROAD),
                    new PostingUnknown(POSTING),
                    new AlreadyReversed(POSTING, new PostingId("p-2")),
                    new NotReversible(POSTING),
                    new ReversalTooEarly(DAY, day("2024-04-01")),
                    new AlreadyRecorded("The start", ROAD, DAY),
                    new NumberTaken("Contract", "C-1"),
                    new AlreadyFrozen(ROAD, DAY),
                    new FreezeTooEarly(ROAD, DAY, day("2024-04-01")),
                    new NotFrozen(ROAD),
                    new BatchRefused(12, new ProjectUnknown(ROAD)),
                    new CeilingExceeded(Ceiling.ALLOCATION, "ROAD", cny("2.00"), cny("1.00"), DAY),
                    new CeilingExceeded(
                            Ceiling.DISBURSEMENT, "ROAD", cny("2.00"), cny("1.00"), DAY),
                    new CeilingExceeded(Ceiling.PAYMENT, "ROAD", cny("2.00"), cny("1.00"), DAY),
                    new CeilingExceeded(Ceiling.AUTHORITY, "F", cny("2.00"), cny("1.00"), DAY),
                    new CeilingExceeded(Ceiling.CASH, "F", cny("2.00"), cny("1.00"), DAY),
                    new CeilingExceeded(Ceiling.PAYABLE, "ROAD", cny("2.00"), cny("1.00"), DAY),
                    new CeilingExceeded(Ceiling.ADVANCE, "ROAD", cny("2.00"), cny("1.00"), DAY),
                    new ProjectOffPlan(ROAD, LATER),
                    new ProjectFrozen(ROAD, DAY),
                    new ProjectIsClosed(ROAD, DAY),
                    new CrossChannel(ROAD, Channel.LOCAL, ROAD, Channel.BINGTUAN),
                    new AdjustmentNotApproved(ADJUSTMENT, LATER),
                    new NotInAdjustment(ADJUSTMENT, List.of(ROAD)),
                    new AdjustmentNotEnough(ADJUSTMENT, ROAD, cny("2.00"), cny("1.00")),
                    new ReclaimNotEnough(POSTING, cny("2.00"), cny("1.00")),
                    new ReviewsMissing(List.of("ROAD [COMPLIANCE]")),
                    new FloorMissed(
                            cny("79.00"),
                            cny("100.00"),
                            new BigDecimal("79.00"),
                            new BigDecimal("80")),
                    new NewProjectOutsideMidTerm(ROAD),
                    new AgreementsMissing(ADJUSTMENT, List.of(Party.RECIPIENT)),
                    new SameActor(new Actor("王芳"), "agreed"),
                    new OutOfOrder("The approval", DAY, day("2024-04-01")),
                    new NotStarted(ROAD, LATER),
                    new NotCompleted(ROAD, LATER),
                    new AcceptanceMissing(ROAD, List.of("acceptance of the archive")),
                    new MoneyLeft(ROAD, cny("1.00"), cny("2.00")),
                    new ContractMissing(ROAD, LATER),
                    new ChangeOrderUnsupported("O-1", List.of("the linked officer")),
                    new StartedBeforeApproval(ROAD, DAY, LATER),
                    new FiguresContradict("a: 2 of 1"),
                    new FindingUnknown(FINDING),
                    new FindingExists(FINDING),
                    new RequestReused(POSTING, List.of("amount")),
                    new FindingIsClosed(FINDING, DAY),
                    new FindingNotClosed(FINDING),
                    new RectificationIncomplete(FINDING, List.of("evidence is submitted")),
                    new ReviewerIsOwner(FINDING, new Actor("王芳")),
                    new EventOutOfOrder(FINDING, DAY, day("2024-04-01")),
                    new ApprovalUnknown(APPROVAL),
                    new ApprovalSettled(APPROVAL, ApprovalStatus.REJECTED),
                    new OwnRequest(APPROVAL, new Actor("王芳")),
                    new NotRequester(APPROVAL, new Actor("王芳")),
                    new NotApproved(APPROVAL, ApprovalStatus.PENDING),
                    new PayeeUnknown(PAYEE),
                    new PayeeErasedBefore(PAYEE, POSTING),
                    new PayeeNamed(PAYEE),
                    new PseudonymUnknown(PAYEE),
                    new SampleUnknown(SAMPLE),
                    new SampleExists(SAMPLE),
                    new SampleIsClosed(SAMPLE),
                    new ItemNotDrawn(SAMPLE, 7),
                    new MisstatementExceeded(SAMPLE, cny("2.00"), cny("1.00")),
                    new ItemsLeft(SAMPLE, 2, 7),
                    new SnapshotUnknown(SNAPSHOT),
                    new SnapshotExists(SNAPSHOT),
                    new NotYetRecorded(INSTANT, INSTANT),
                    new NothingToFreeze(DAY, INSTANT),
                    new SignerFroze(SNAPSHOT, ACTOR),
                    new AlreadySigned(SNAPSHOT, ACTOR),
                    new SnapshotIsWithdrawn(SNAPSHOT, ACTOR),
                    new FiguresDiffer(SNAPSHOT, DIGEST, DIGEST));

    /** Codes that streams of several kinds share, because they mean the same. */
    private static final Set<String> SHARED = Set.of("POSTING_ID_REUSED", "OUT_OF_ORDER");

    /** Decided where names are kept; VaultTest and PayeesIT expect them. */
    private static final Set<Class<?>> DECIDED_ELSEWHERE =
            Set.of(PayeeUnknown.class, PayeeNamed.class, PseudonymUnknown.class);

    private static Set<Class<?>> all() {
        Set<Class<?>> all = HistoriesTest.leaves(FundRejection.class);
        all.addAll(HistoriesTest.leaves(FindingRejection.class));
        all.addAll(HistoriesTest.leaves(ApprovalRejection.class));
        all.addAll(HistoriesTest.leaves(PayeeRejection.class));
        all.addAll(HistoriesTest.leaves(SampleRejection.class));
        all.addAll(HistoriesTest.leaves(SnapshotRejection.class));
        all.add(RequestReused.class);
        return all;
    }

    @Test
    void everyRefusalHasASample() {
        assertThat(SAMPLES.stream().map(Object::getClass).collect(toSet())).isEqualTo(all());
        assertThat(
                        SAMPLES.stream()
                                .filter(CeilingExceeded.class::isInstance)
                                .map(s -> ((CeilingExceeded) s).ceiling()))
                .containsExactlyInAnyOrder(Ceiling.values());
    }

    @Test
    void everyCodeIsPermanentInFormAndUnique() {
        List<String> codes = SAMPLES.stream().map(Rejection::code).toList();
        assertThat(codes).allMatch(code -> code.matches("[A-Z]+(_[A-Z]+)*"));
        List<String> apart = new ArrayList<>(codes);
        apart.removeAll(SHARED);
        assertThat(apart).doesNotHaveDuplicates();
    }

    @Test
    void everyMessageIsOneSentenceWithItsValues() {
        for (Rejection sample : SAMPLES) {
            assertThat(sample.message()).endsWith(".").doesNotContain("Optional", "[]", "null");
            assertThat(new CommandRejected(sample))
                    .hasMessage(sample.code() + ": " + sample.message());
        }
    }

    @Test
    void messagesAreTheSameInEveryLocale() {
        List<String> here = SAMPLES.stream().map(Rejection::message).toList();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat("%d".formatted(12)).isNotEqualTo("12");
            assertThat(SAMPLES.stream().map(Rejection::message)).isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Some test expects it: {@code rejected(new X(…))}, or a breach noted with it. */
    @Test
    void everyRefusalIsExpectedBySomeTest() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(f ->
                                    f.toString().endsWith("RulesTest.java")
                                            || f.endsWith("CeilingsTest.java")
                                            || f.endsWith("PayablesTest.java"))
                            .toList()) {
                tests.append(Files.readString(file));
            }
        }
        Set<String> untested = new TreeSet<>();
        Set<Class<?>> decidedHere = all();
        decidedHere.removeAll(DECIDED_ELSEWHERE);
        for (Class<?> refusal : decidedHere) {
            String made = "new (RequestRefused\\.)?" + refusal.getSimpleName() + "\\(";
            if (!Pattern.compile(made).matcher(tests).find()) {
                untested.add(refusal.getSimpleName());
            }
        }
        for (Ceiling ceiling : Ceiling.values()) {
            if (!tests.toString().contains("Ceiling." + ceiling)) {
                untested.add(ceiling.name());
            }
        }
        assertThat(untested).isEmpty();
    }
}
