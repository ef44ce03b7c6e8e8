package org.aidledger.api.pages.bulletins;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.snapshot.SnapshotDesk;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.projections.snapshots.SnapshotRegister;
import org.aidledger.snapshot.SnapshotFigures;
import org.springframework.stereotype.Component;

/** Makes bulletins of snapshots, each with the one before it. */
@Component
class Bulletins {

    private static final int MOST = 500;

    private final SnapshotDesk desk;
    private final SnapshotRegister register;

    Bulletins(SnapshotDesk desk, SnapshotRegister register) {
        this.desk = desk;
        this.register = register;
    }

    /** A bulletin, and the figures that it shows. */
    record Made(SnapshotFigures figures, List<Section> sections) {}

    Made of(Say say, RegisteredSnapshot snapshot) {
        SnapshotFigures figures = desk.figures(snapshot.frozen().terms());
        return new Made(
                figures,
                Bulletin.sections(
                        say, figures, before(snapshot).map(s -> desk.figures(s.frozen().terms()))));
    }

    /**
     * What was published of the period before: of the same kind, with an earlier cut-off date, and
     * signed before this one was frozen, so that the bulletin stays the same whatever comes later.
     * A later withdrawal does not undo that it had been published.
     */
    private Optional<RegisteredSnapshot> before(RegisteredSnapshot snapshot) {
        return register
                .page(Optional.of(snapshot.frozen().kind()), Cursor.START, MOST)
                .items()
                .stream()
                .filter(s -> s.position() < snapshot.position())
                .filter(s -> !Collections.disjoint(s.frozen().funds(), snapshot.frozen().funds()))
                .filter(s -> s.frozen().asOf().isBefore(snapshot.frozen().asOf()))
                .filter(s -> s.signed().filter(x -> x.position() < snapshot.position()).isPresent())
                .filter(s ->
                        s.withdrawn().filter(w -> w.position() < snapshot.position()).isEmpty())
                .max(
                        Comparator.comparing((RegisteredSnapshot s) -> s.frozen().asOf())
                                .thenComparingLong(RegisteredSnapshot::position));
    }
}
