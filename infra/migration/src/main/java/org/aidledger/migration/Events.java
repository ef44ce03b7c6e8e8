package org.aidledger.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.aidledger.event.BackedUp.Table;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.backup.Section;

/** The events on their way, in the order of their positions. */
final class Events {

    private static final Table TABLE = Section.LEDGER.getFirst();

    private static final String OUT =
            """
            copy (select %s from ledger.events where position >= %s and position < %s
                  order by position)
            to stdout (format binary)
            """;

    private static final String IN = new Section(TABLE).copyInto(TABLE.name());

    /** Instants rise with positions, so the last event's is the head's. */
    private static final String MOVE_HEAD =
            """
            update ledger.head set position = last.position, recorded = last.recorded
            from (select position, recorded from ledger.events order by position desc limit 1) last
            """;

    private final Connection from;
    private final Connection to;

    /**
     * @param to must not commit by itself
     */
    Events(Connection from, Connection to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Copies those of some positions in one durable commit.
     *
     * @param first position of the first
     * @param end position after the last
     * @throws MigrationRefused if one of them is not there
     */
    void copy(long first, long end) throws SQLException {
        long copied = Rows.pipe(from, OUT.formatted(list(), first, end), to, IN);
        if (copied != end - first) {
            to.rollback();
            throw new MigrationRefused(
                    "the source lacks events among the positions %s to %s: `aidledger verify` says more"
                            .formatted(first, end - 1));
        }
        Rows.run(to, MOVE_HEAD);
        to.commit();
    }

    private static String list() {
        List<String> columns = TABLE.columns();
        return String.join(", ", columns);
    }
}
