package org.aidledger.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.PostingId;
import org.aidledger.event.RequestReused;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicator;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;
import org.aidledger.snapshot.SnapshotCommand.FreezeSnapshot;
import org.aidledger.snapshot.SnapshotCommand.SignSnapshot;
import org.aidledger.snapshot.SnapshotCommand.WithdrawSnapshot;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotEvent.SnapshotSigned;
import org.aidledger.snapshot.SnapshotEvent.SnapshotWithdrawn;
import org.aidledger.snapshot.SnapshotRejection.AlreadySigned;
import org.aidledger.snapshot.SnapshotRejection.FiguresDiffer;
import org.aidledger.snapshot.SnapshotRejection.NotYetRecorded;
import org.aidledger.snapshot.SnapshotRejection.NothingToFreeze;
import org.aidledger.snapshot.SnapshotRejection.SignerFroze;
import org.aidledger.snapshot.SnapshotRejection.SnapshotExists;
import org.aidledger.snapshot.SnapshotRejection.SnapshotIsWithdrawn;
import org.aidledger.snapshot.SnapshotRejection.SnapshotUnknown;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

/** Snapshots: of what may be frozen, who may sign it, and once. */
class SnapshotRulesTest {

    private static final SnapshotId JUNE = new SnapshotId("tb-2024-06");
    private static final LocalDate END_OF_JUNE = LocalDate.of(2024, 6, 30);
    private static final Instant RECORDED = Instant.parse("2024-07-05T08:00:00Z");
    private static final List<FundId> FUNDS = List.of(new FundId("aksu"), new FundId("wushan"));
    private static final SnapshotDigest DIGEST = new SnapshotDigest("0123456789abcdef".repeat(4));
    private static final SnapshotDigest OTHER = new SnapshotDigest("fedcba9876543210".repeat(4));
    private static final String REGULATOR = "regulator";
    private static final List<String> LINES = List.of("\u2014 ledger AAAAAAAAAAAA");

    private static final SnapshotFrozen FROZEN =
            new SnapshotFrozen(
                    JUNE,
                    voucher("f", "周建国"),
                    SnapshotKind.MONTHLY_BULLETIN,
                    "6月通报",
                    END_OF_JUNE,
                    RECORDED,
                    RECORDED,
                    FUNDS,
                    Indicator.Code.DISBURSEMENT_RATE,
                    "finance-approver",
                    DIGEST);
    private static final SnapshotSigned SIGNED =
            new SnapshotSigned(JUNE, voucher("s", "郑海涛"), FUNDS, REGULATOR, DIGEST, LINES);
    private static final SnapshotWithdrawn WITHDRAWN =
            new SnapshotWithdrawn(JUNE, voucher("w", "郑海涛"), FUNDS, REGULATOR, "wrong cut-off");

    private static Voucher voucher(String id, String actor) {
        return Voucher.of(id, LocalDate.of(2024, 7, 6), actor);
    }

    private static FreezeSnapshot freeze(String id, Instant knownAt, Instant recordedUpTo) {
        return new FreezeSnapshot(
                JUNE,
                voucher(id, "周建国"),
                SnapshotKind.MONTHLY_BULLETIN,
                "6月通报",
                END_OF_JUNE,
                knownAt,
                recordedUpTo,
                FUNDS.reversed(),
                Indicator.Code.DISBURSEMENT_RATE,
                "finance-approver",
                DIGEST);
    }

    private static SignSnapshot sign(String actor, SnapshotDigest digest) {
        return new SignSnapshot(JUNE, voucher("s", actor), REGULATOR, digest, LINES);
    }

    private static WithdrawSnapshot withdraw(String id) {
        return new WithdrawSnapshot(JUNE, voucher(id, "郑海涛"), REGULATOR, "wrong cut-off");
    }

    private static ResultValidator<Snapshot> after(SnapshotCommand command, Object... given) {
        AggregateTestFixture<Snapshot> fixture = new AggregateTestFixture<>(Snapshot.class);
        fixture.setReportIllegalStateChange(false);
        var message = new GenericCommandMessage<>(new GenericMessage<>(command), Snapshot.COMMAND);
        return given.length == 0
                ? fixture.givenNoPriorActivity().when(message)
                : fixture.given(given).when(message);
    }

    private static void refused(Rejection expected, SnapshotCommand command, Object... given) {
        Matcher<CommandRejected> rejected =
                new CustomTypeSafeMatcher<>("refused: " + expected) {
                    @Override
                    protected boolean matchesSafely(CommandRejected actual) {
                        return actual.rejection().equals(expected);
                    }
                };
        after(command, given).expectNoEvents().expectException(rejected);
    }

    @Test
    void R17_freezesWhatIsRecordedAndNothingThatIsYetToCome() {
        after(freeze("f", RECORDED, RECORDED)).expectEvents(FROZEN);
        Instant later = RECORDED.plus(1, ChronoUnit.MICROS);
        refused(new NotYetRecorded(later, RECORDED), freeze("f", later, RECORDED));
    }

    @Test
    void R17_aSnapshotIsOfItsCutOffDateAndTheDatesThatItIsMeasuredBy() {
        assertThat(SnapshotKind.FREE.dates(END_OF_JUNE)).containsExactly(END_OF_JUNE);
        assertThat(SnapshotKind.MONTHLY_BULLETIN.dates(LocalDate.of(2024, 3, 20)))
                .containsExactly(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 20));
        assertThat(SnapshotKind.QUARTERLY_ASSESSMENT.dates(END_OF_JUNE))
                .containsExactly(
                        LocalDate.of(2024, 3, 31),
                        LocalDate.of(2024, 4, 30),
                        LocalDate.of(2024, 5, 31),
                        END_OF_JUNE);
        assertThat(SnapshotKind.QUARTERLY_ASSESSMENT.dates(LocalDate.of(2024, 1, 31)))
                .containsExactly(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 31));
    }

    @Test
    void freezesNothingWhereThereIsNothing() {
        FreezeSnapshot none =
                new FreezeSnapshot(
                        JUNE,
                        voucher("f", "周建国"),
                        SnapshotKind.FREE,
                        "none",
                        END_OF_JUNE,
                        RECORDED,
                        RECORDED,
                        List.of(),
                        Indicator.Code.START_RATE,
                        REGULATOR,
                        DIGEST);
        refused(new NothingToFreeze(END_OF_JUNE, RECORDED), none);
    }

    @Test
    void isFrozenOnce() {
        refused(new SnapshotExists(JUNE), freeze("again", RECORDED, RECORDED), FROZEN);
        after(freeze("f", RECORDED, RECORDED.plusSeconds(60)), FROZEN)
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted("snapshot:tb-2024-06", 0, 0));
        refused(
                new RequestReused(new PostingId("f"), List.of("knownAt")),
                freeze("f", RECORDED.minusSeconds(1), RECORDED),
                FROZEN);
    }

    @Test
    void R17_isSignedBySomebodyElse() {
        after(sign("郑海涛", DIGEST), FROZEN).expectEvents(SIGNED);
        refused(new SignerFroze(JUNE, new Actor("周建国")), sign("周建国", DIGEST), FROZEN);
        refused(new SnapshotUnknown(JUNE), sign("郑海涛", DIGEST));
    }

    @Test
    void R17_isSignedForTheFiguresThatWereFrozen() {
        refused(new FiguresDiffer(JUNE, DIGEST, OTHER), sign("郑海涛", OTHER), FROZEN);
    }

    @Test
    void isSignedOnce() {
        refused(
                new AlreadySigned(JUNE, new Actor("郑海涛")),
                new SignSnapshot(JUNE, voucher("s2", "叶明辉"), REGULATOR, DIGEST, LINES),
                FROZEN,
                SIGNED);
        after(
                        new SignSnapshot(
                                JUNE,
                                voucher("s", "郑海涛"),
                                REGULATOR,
                                DIGEST,
                                List.of("\u2014 ledger BBBBBBBBBBBB")),
                        FROZEN,
                        SIGNED)
                .expectNoEvents()
                .expectResultMessagePayload(new Accepted("snapshot:tb-2024-06", 1, 0));
    }

    @Test
    void R17_isWithdrawnForAReasonAndThenCountsNoMore() {
        after(withdraw("w"), FROZEN).expectEvents(WITHDRAWN);
        after(withdraw("w"), FROZEN, SIGNED).expectEvents(WITHDRAWN);
        refused(new SnapshotUnknown(JUNE), withdraw("w"));
        SnapshotIsWithdrawn gone = new SnapshotIsWithdrawn(JUNE, new Actor("郑海涛"));
        refused(gone, withdraw("w2"), FROZEN, WITHDRAWN);
        refused(gone, sign("叶明辉", DIGEST), FROZEN, WITHDRAWN);
        refused(new SnapshotExists(JUNE), freeze("f2", RECORDED, RECORDED), FROZEN, WITHDRAWN);
        assertThatThrownBy(() -> new WithdrawSnapshot(JUNE, voucher("w", "a"), REGULATOR, " "))
                .hasMessage("reason must not be blank");
    }

    @Test
    void saysWhatIsSigned() {
        assertThat(SnapshotNote.text(FROZEN, new Actor("郑海涛"), REGULATOR))
                .isEqualTo(
                        """
                        aid-ledger snapshot v1
                        snapshot tb-2024-06
                        kind MONTHLY_BULLETIN
                        as-of 2024-06-30
                        known-at 2024-07-05T08:00:00Z
                        sha256 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
                        frozen-by 周建国; finance-approver
                        signed-by 郑海涛; regulator
                        """);
    }
}
