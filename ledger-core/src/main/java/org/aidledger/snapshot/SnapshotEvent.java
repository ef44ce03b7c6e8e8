package org.aidledger.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicator;

/** What happened to a snapshot. */
public sealed interface SnapshotEvent extends LedgerEvent {

    SnapshotId snapshot();

    /** The funds that it is about, at least one, in the order of their ids. */
    List<FundId> funds();

    @Override
    default String stream() {
        return stream(snapshot());
    }

    /** The stream of a snapshot. */
    static String stream(SnapshotId snapshot) {
        return "snapshot:" + snapshot;
    }

    /** Figures were frozen. The components are those of the command. */
    @StoredAs("snapshot.frozen")
    record SnapshotFrozen(
            SnapshotId snapshot,
            Voucher voucher,
            SnapshotKind kind,
            String title,
            LocalDate asOf,
            Instant knownAt,
            Instant recordedUpTo,
            List<FundId> funds,
            Indicator.Code rankedBy,
            String role,
            SnapshotDigest digest)
            implements SnapshotEvent {

        /** What it is of. */
        public SnapshotTerms terms() {
            return new SnapshotTerms(kind, asOf, knownAt, funds, rankedBy);
        }
    }

    /** A second person signed them. */
    @StoredAs("snapshot.signed")
    record SnapshotSigned(
            SnapshotId snapshot,
            Voucher voucher,
            List<FundId> funds,
            String role,
            SnapshotDigest digest,
            List<String> signatures)
            implements SnapshotEvent {}

    /** They count no more. */
    @StoredAs("snapshot.withdrawn")
    record SnapshotWithdrawn(
            SnapshotId snapshot, Voucher voucher, List<FundId> funds, String role, String reason)
            implements SnapshotEvent {}
}
