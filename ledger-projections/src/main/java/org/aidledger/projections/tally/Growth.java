package org.aidledger.projections.tally;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.projections.table.Rows;

/** One fund's index as facts come: cuts leaves, and makes a block of every {@code radix} ones. */
final class Growth {

    private final TallyShape shape;
    private final Head head;
    private final Subjects subjects;

    /**
     * Blocks that are not part of a larger one, of the levels whose blocks are kept, and of the
     * others as long as they are not in the tables.
     */
    private final Map<Place, Block> fresh = new HashMap<>();

    /** Blocks of more levels would be too much to keep. */
    private static final int LEVELS_KEPT = 2;

    private record Place(int level, long number) {}

    Growth(TallyShape shape, Head head) {
        this.shape = shape;
        this.head = head;
        this.subjects = new Subjects(head);
    }

    Head head() {
        return head;
    }

    Subjects subjects() {
        return subjects;
    }

    void add(Facts.OfEvent event, StoredBlocks stored, Rows rows) throws SQLException {
        List<Leaf.Numbered> numbered = new ArrayList<>(event.facts().size());
        for (Fact fact : event.facts()) {
            int subject = subjects.number(head, fact.subject(), event.position(), rows);
            numbered.add(new Leaf.Numbered(Series.of(subject, fact.measure()), fact));
        }
        head.append(event, numbered);
        if (head.tailFacts >= shape.leafFacts()) {
            cutLeaf(stored, rows);
        }
    }

    private void cutLeaf(StoredBlocks stored, Rows rows) throws SQLException {
        long number = head.leaves;
        byte[] leaf = head.cut();
        rows.add(
                TallyTables.LEAF,
                head.fund,
                head.position,
                number,
                Micros.instant(head.recordedMicros),
                head.firstPosition,
                LocalDate.ofEpochDay(head.firstDay),
                leaf);
        fresh.put(new Place(1, number), Block.ofLeaf(leaf));
        for (int level = 2; level <= shape.levels(); level++) {
            if (head.leaves % shape.span(level) != 0) {
                return;
            }
            merge(stored, rows, level, head.leaves / shape.span(level) - 1);
        }
    }

    private void merge(StoredBlocks stored, Rows rows, int level, long number) throws SQLException {
        long to = (number + 1) * shape.radix();
        List<Block> late = new ArrayList<>();
        Block part;
        while ((part = fresh.remove(new Place(level - 1, to - 1 - late.size()))) != null) {
            late.add(part);
        }
        long from = number * shape.radix();
        List<Block> parts =
                new ArrayList<>(stored.blocks(head.fund, level - 1, from, to - late.size()));
        parts.addAll(late.reversed());
        Block merged = Block.merged(parts, shape.pageEntries());
        for (Page page : merged.pages()) {
            rows.add(
                    TallyTables.PAGE,
                    head.fund,
                    head.position,
                    level,
                    number,
                    page.chunk,
                    LocalDate.ofEpochDay(page.day),
                    page.before,
                    page.facts);
        }
        fresh.put(new Place(level, number), merged);
    }

    /** What was new is in the tables now. */
    void rowsAreStored() {
        fresh.keySet().removeIf(p -> p.level() > LEVELS_KEPT || p.level() == shape.levels());
    }
}
