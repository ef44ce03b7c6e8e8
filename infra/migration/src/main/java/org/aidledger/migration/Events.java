package org.aidledger.migration;

import java.sql.Connection;
import java.sql.SQLException;
import org.aidledger.event.BackedUp.Table;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.backup.Section;

/** The events on their way, in the order of their positions. */
final class Events {

    private static final Table TABLE = Section.LEDGER.getFirst();

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
        String out =
                """
                copy (select %s from ledger.events where position >= %s and position < %s
                      order by position)
                to stdout (format binary)
                """
                        .formatted(String.join(", ", TABLE.columns()), first, end);
        long copied = Rows.pipe(from, out, to, IN);
        if (copied != end - first) {
            to.rollback();
            throw new MigrationRefused(
                    "the source lacks events among the positions %s to %s: `aidledger verify` says more"
                            .formatted(first, end - 1));
        }
        Rows.run(to, MOVE_HEAD);
        to.commit();
    }
}
