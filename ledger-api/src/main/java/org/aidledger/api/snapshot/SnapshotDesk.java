package org.aidledger.api.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Permits;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.AsOf;
import org.aidledger.event.Outcome;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.projections.snapshots.SnapshotRegister;
import org.aidledger.proof.NoteSignature;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.snapshot.SnapshotCommand;
import org.aidledger.snapshot.SnapshotCommand.FreezeSnapshot;
import org.aidledger.snapshot.SnapshotCommand.SignSnapshot;
import org.aidledger.snapshot.SnapshotCommand.WithdrawSnapshot;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;
import org.aidledger.snapshot.SnapshotNote;
import org.aidledger.snapshot.SnapshotRejection.SnapshotUnknown;
import org.aidledger.snapshot.SnapshotTerms;

/** Freezes, signs and withdraws snapshots for whoever is calling, and makes their figures again. */
public final class SnapshotDesk {

    /** What was recorded has to be in the read tables before it is frozen. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommandSink sink;
    private final SnapshotRegister register;
    private final Budgets budgets;
    private final Receipts receipts;
    private final TransparencyLog transparency;

    SnapshotDesk(
            CommandSink sink,
            SnapshotRegister register,
            Budgets budgets,
            Receipts receipts,
            TransparencyLog transparency) {
        this.sink = sink;
        this.register = register;
        this.budgets = budgets;
        this.receipts = receipts;
        this.transparency = transparency;
    }

    /**
     * What is to be frozen.
     *
     * @param knownAt as known now if absent
     * @param funds all that the caller sees if there are none
     */
    public record Wanted(
            SnapshotId snapshot,
            Voucher voucher,
            SnapshotKind kind,
            String title,
            LocalDate asOf,
            Optional<Instant> knownAt,
            List<FundId> funds,
            Indicator.Code rankedBy) {
        public Wanted {
            funds = List.copyOf(funds);
        }
    }

    /**
     * A command was accepted.
     *
     * @param position of its event in the ledger
     * @param repeated whether the same request had been accepted before
     * @param visible whether reads include it
     */
    public record Done(
            SnapshotId snapshot,
            PostingId postingId,
            long position,
            boolean repeated,
            boolean visible) {}

    /**
     * Freezes what is wanted.
     *
     * @throws ProblemException if it is refused
     */
    public Done freeze(Wanted wanted) {
        Instant recordedUpTo = caughtUp();
        Optional<SnapshotFrozen> before = frozenBy(wanted.snapshot(), wanted.voucher().postingId());
        Instant knownAt =
                wanted.knownAt().or(() -> before.map(SnapshotFrozen::knownAt)).orElse(recordedUpTo);
        AsOf closing = new AsOf(wanted.asOf(), knownAt);
        List<FundId> funds =
                wanted.funds().isEmpty()
                        ? before.map(SnapshotFrozen::funds)
                                .orElseGet(() ->
                                        budgets.all(closing).stream()
                                                .map(FundFigures::fund)
                                                .toList())
                        : requireOpen(wanted.funds(), closing);
        SnapshotTerms terms =
                new SnapshotTerms(
                        wanted.kind(),
                        wanted.asOf(),
                        knownAt,
                        funds.stream()
                                .distinct()
                                .sorted(Comparator.comparing(FundId::value))
                                .toList(),
                        wanted.rankedBy());
        return send(
                new FreezeSnapshot(
                        wanted.snapshot(),
                        wanted.voucher(),
                        terms.kind(),
                        wanted.title(),
                        terms.asOf(),
                        terms.knownAt(),
                        recordedUpTo,
                        terms.funds(),
                        terms.rankedBy(),
                        role(Permits.of(Right.SNAPSHOTS)),
                        figures(terms).digest()));
    }

    /** The same request may come again; what it left open is what it was then. */
    private Optional<SnapshotFrozen> frozenBy(SnapshotId snapshot, PostingId request) {
        return register.find(snapshot)
                .map(RegisteredSnapshot::frozen)
                .filter(e -> e.voucher().postingId().equals(request));
    }

    private List<FundId> requireOpen(List<FundId> funds, AsOf asOf) {
        List<FundId> open = budgets.some(funds, asOf).stream().map(FundFigures::fund).toList();
        funds.stream()
                .filter(f -> !open.contains(f))
                .findFirst()
                .ifPresent(f -> {
                    throw ProblemException.unknownFund(f);
                });
        return funds;
    }

    /**
     * Signs a snapshot, whose figures are made again for that.
     *
     * @throws ProblemException if it is refused
     */
    public Done sign(SnapshotId snapshot, Voucher voucher) {
        caughtUp();
        SnapshotFrozen frozen = required(snapshot).frozen();
        String role = role(Permits.of(Right.SIGNING));
        String text = SnapshotNote.text(frozen, voucher.actor(), role);
        return send(
                new SignSnapshot(
                        snapshot,
                        voucher,
                        role,
                        figures(frozen.terms()).digest(),
                        transparency.sign(text).stream().map(NoteSignature::toString).toList()));
    }

    /**
     * Takes a snapshot back.
     *
     * @throws ProblemException if it is refused
     */
    public Done withdraw(SnapshotId snapshot, Voucher voucher, String reason) {
        return send(
                new WithdrawSnapshot(snapshot, voucher, role(Permits.of(Right.SIGNING)), reason));
    }

    /** A snapshot that the caller may see. */
    public RegisteredSnapshot required(SnapshotId snapshot) {
        return register.find(snapshot)
                .orElseThrow(() -> new ProblemException(new SnapshotUnknown(snapshot)));
    }

    /** The figures as they come out now. */
    public SnapshotFigures figures(SnapshotTerms terms) {
        List<SnapshotFigures.Point> points = new ArrayList<>();
        for (LocalDate date : terms.dates()) {
            points.add(
                    new SnapshotFigures.Point(
                            date, budgets.some(terms.funds(), new AsOf(date, terms.knownAt()))));
        }
        return new SnapshotFigures(terms, points);
    }

    /** The role in which the caller acts; one who has none of them is refused elsewhere. */
    private static String role(Set<Role> permitted) {
        Set<Role> own = CurrentCaller.required().roles();
        return own.contains(Role.REGULATOR)
                ? Role.REGULATOR.toString()
                : own.stream()
                        .filter(permitted::contains)
                        .sorted()
                        .map(Role::toString)
                        .findFirst()
                        .orElse("none");
    }

    /** Waits until reads hold all that is recorded now; answers the latest recorded instant. */
    private Instant caughtUp() {
        return receipts.caughtUp(PATIENCE)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.LEDGER_BUSY,
                                "The figures do not hold the last events yet; try again soon."));
    }

    private Done send(SnapshotCommand command) {
        return switch (sink.send(command)) {
            case Outcome.Refused refused -> throw new ProblemException(refused.rejection());
            case Outcome.Accepted accepted -> {
                PostingId id = command.voucher().postingId();
                long position = receipts.stored(accepted, id).position();
                yield new Done(
                        command.snapshot(),
                        id,
                        position,
                        accepted.repeated(),
                        receipts.isVisible(position, PATIENCE));
            }
        };
    }
}
