package org.aidledger.snapshot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.aidledger.event.Becomes;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.Indicator;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a snapshot. The roles are those in which people act, for the record. */
public sealed interface SnapshotCommand {

    /** The most funds of one snapshot. */
    int MOST_FUNDS = 5000;

    SnapshotId snapshot();

    /** The snapshot's stream, apart from those of funds. */
    @TargetAggregateIdentifier
    default String stream() {
        return SnapshotEvent.stream(snapshot());
    }

    Voucher voucher();

    /**
     * Freezes the figures of funds at a point in time.
     *
     * @param asOf the cut-off date
     * @param knownAt the recorded instant up to which the ledger's knowledge counts
     * @param recordedUpTo the latest recorded instant of all events when the figures were made
     * @param digest of {@link SnapshotData}
     */
    @Becomes(SnapshotEvent.SnapshotFrozen.class)
    record FreezeSnapshot(
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
            implements SnapshotCommand {
        public FreezeSnapshot {
            title = Texts.required("title", title, 200);
            Voucher.requireDate("asOf", asOf);
            knownAt = knownAt.truncatedTo(ChronoUnit.MICROS);
            funds = funds.stream().distinct().sorted(Comparator.comparing(FundId::value)).toList();
            if (funds.size() > MOST_FUNDS) {
                throw new IllegalArgumentException(
                        "funds must be at most %s, not %s".formatted(MOST_FUNDS, funds.size()));
            }
            role = Texts.required("role", role, 100);
        }
    }

    /**
     * Signs a frozen snapshot.
     *
     * @param digest of the figures as they were made again for the signer
     * @param signatures of the ledger's log, over {@link SnapshotNote}
     */
    @Becomes(SnapshotEvent.SnapshotSigned.class)
    record SignSnapshot(
            SnapshotId snapshot,
            Voucher voucher,
            String role,
            SnapshotDigest digest,
            List<String> signatures)
            implements SnapshotCommand {
        public SignSnapshot {
            role = Texts.required("role", role, 100);
            signatures = signatures.stream().map(s -> Texts.required("signature", s, 500)).toList();
            if (signatures.isEmpty()) {
                throw new IllegalArgumentException("signatures must not be empty");
            }
        }
    }

    /** Takes a snapshot back; it stays to be seen, as withdrawn. */
    @Becomes(SnapshotEvent.SnapshotWithdrawn.class)
    record WithdrawSnapshot(SnapshotId snapshot, Voucher voucher, String role, String reason)
            implements SnapshotCommand {
        public WithdrawSnapshot {
            role = Texts.required("role", role, 100);
            reason = Texts.required("reason", reason, 500);
        }
    }
}
