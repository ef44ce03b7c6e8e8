package org.aidledger.api.pages.bulletins;

import java.util.List;
import java.util.Optional;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.snapshot.SnapshotFigures;

/**
 * What a snapshot has to say, part by part: a monthly bulletin (月通报), a quarterly assessment
 * (季度考核), or just the figures. There is no number in it that the snapshot's data do not have, but
 * for differences of two of them.
 */
final class Bulletin {

    private Bulletin() {}

    /**
     * The parts in order.
     *
     * @param last the bulletin of the same kind before this one, if there is one
     */
    static List<Section> sections(
            Say say, SnapshotFigures figures, Optional<SnapshotFigures> last) {
        Cells cells = new Cells(say, figures);
        Standing standing = new Standing(cells);
        Movement movement = new Movement(cells, last);
        Troubles troubles = new Troubles(cells);
        return switch (figures.terms().kind()) {
            case FREE ->
                    List.of(
                            standing.sums(),
                            standing.rates(),
                            standing.ranking(),
                            troubles.alerts(),
                            troubles.findings());
            case MONTHLY_BULLETIN ->
                    List.of(
                            standing.sums(),
                            standing.rates(),
                            standing.ranking(),
                            movement.movement(),
                            movement.sinceLast(),
                            troubles.alerts(),
                            troubles.findings());
            case QUARTERLY_ASSESSMENT ->
                    List.of(
                            standing.targets(),
                            standing.ranking(),
                            movement.trend(),
                            movement.movement(),
                            standing.rates(),
                            troubles.alerts(),
                            troubles.findings());
        };
    }
}
