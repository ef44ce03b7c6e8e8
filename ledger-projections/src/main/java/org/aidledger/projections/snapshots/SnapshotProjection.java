package org.aidledger.projections.snapshots;

import java.time.Instant;
import java.util.List;
import org.aidledger.event.Voucher;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;
import org.aidledger.snapshot.SnapshotEvent;
import org.aidledger.snapshot.SnapshotEvent.SnapshotFrozen;
import org.aidledger.snapshot.SnapshotEvent.SnapshotSigned;
import org.aidledger.snapshot.SnapshotEvent.SnapshotWithdrawn;

/** Writes each stage of each snapshot. */
public final class SnapshotProjection implements Projection {

    static final String FROZEN = "FROZEN";
    static final String SIGNED = "SIGNED";
    static final String WITHDRAWN = "WITHDRAWN";

    private static final ReadTable SNAPSHOT =
            ReadTable.of(
                    "snapshot",
                    List.of("snapshot", "position", "line"),
                    "position bigint",
                    "line int",
                    "fund text",
                    "effective date",
                    "recorded timestamptz",
                    "snapshot text",
                    "stage text",
                    "kind text",
                    "title text",
                    "as_of date",
                    "known_at timestamptz",
                    "recorded_up_to timestamptz",
                    "funds texts",
                    "ranked_by text",
                    "actor text",
                    "role text",
                    "posting_id text",
                    "digest text",
                    "signatures texts",
                    "note text");

    @Override
    public List<ReadTable> tables() {
        return List.of(SNAPSHOT);
    }

    @Override
    public void on(SnapshotEvent event, Imprint imprint) {
        Voucher voucher = event.voucher();
        switch (event) {
            case SnapshotFrozen e ->
                    imprint.row(
                            SNAPSHOT,
                            e.snapshot(),
                            FROZEN,
                            e.kind(),
                            e.title(),
                            e.asOf(),
                            e.knownAt(),
                            e.recordedUpTo(),
                            e.funds(),
                            e.rankedBy(),
                            voucher.actor(),
                            e.role(),
                            voucher.postingId(),
                            e.digest(),
                            List.of(),
                            voucher.note());
            case SnapshotSigned e ->
                    new Later(e, SIGNED, e.role(), e.digest().hex(), e.signatures(), voucher.note())
                            .write(imprint);
            case SnapshotWithdrawn e ->
                    new Later(e, WITHDRAWN, e.role(), "", List.of(), e.reason()).write(imprint);
        }
    }

    /** A stage after the freezing. */
    private record Later(
            SnapshotEvent event,
            String stage,
            String role,
            String digest,
            List<String> signatures,
            String note) {

        void write(Imprint imprint) {
            imprint.row(
                    SNAPSHOT,
                    event.snapshot(),
                    stage,
                    "",
                    "",
                    Voucher.EARLIEST,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    event.funds(),
                    "",
                    event.voucher().actor(),
                    role,
                    event.voucher().postingId(),
                    digest,
                    signatures,
                    note);
        }
    }
}
