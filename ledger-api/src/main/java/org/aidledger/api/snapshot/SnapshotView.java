package org.aidledger.api.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.http.Columns;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicator;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.projections.snapshots.RegisteredSnapshot.Status;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;

/**
 * A snapshot in a list.
 *
 * @param dates the dates with figures; the last one is the cut-off date
 * @param position of the event that froze it
 */
record SnapshotView(
        SnapshotId snapshot,
        SnapshotKind kind,
        String title,
        Status status,
        LocalDate asOf,
        Instant knownAt,
        List<LocalDate> dates,
        List<FundId> funds,
        Indicator.Code rankedBy,
        String digest,
        String frozenBy,
        String frozenRole,
        LocalDate frozenOn,
        Instant frozenAt,
        Instant recordedUpTo,
        long position,
        Optional<String> signedBy,
        Optional<String> signedRole,
        Optional<LocalDate> signedOn,
        Optional<Instant> signedAt,
        Optional<String> withdrawnBy,
        Optional<Instant> withdrawnAt,
        Optional<String> reason) {

    static final Columns<SnapshotView> ROW = Columns.of(SnapshotView.class);

    static SnapshotView of(RegisteredSnapshot s) {
        var frozen = s.frozen();
        return new SnapshotView(
                frozen.snapshot(),
                frozen.kind(),
                frozen.title(),
                s.status(),
                frozen.asOf(),
                frozen.knownAt(),
                frozen.terms().dates(),
                frozen.funds(),
                frozen.rankedBy(),
                frozen.digest().hex(),
                frozen.voucher().actor().name(),
                frozen.role(),
                frozen.voucher().effective(),
                s.frozenAt(),
                frozen.recordedUpTo(),
                s.position(),
                s.signed().map(RegisteredSnapshot.Signed::by),
                s.signed().map(RegisteredSnapshot.Signed::role),
                s.signed().map(RegisteredSnapshot.Signed::on),
                s.signed().map(RegisteredSnapshot.Signed::at),
                s.withdrawn().map(RegisteredSnapshot.Withdrawn::by),
                s.withdrawn().map(RegisteredSnapshot.Withdrawn::at),
                s.withdrawn().map(RegisteredSnapshot.Withdrawn::reason));
    }
}
