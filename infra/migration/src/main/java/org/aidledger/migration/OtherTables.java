package org.aidledger.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.aidledger.event.BackedUp.Table;
import org.aidledger.eventstore.backup.Section;

/**
 * What has no position: keys and checkpoints of the log, payees, people. Each run takes all of it
 * as it is by then.
 */
final class OtherTables {

    /** No row of these is ever removed; nor do they change. */
    private static final Set<String> KEPT_FOR_EVER =
            Set.of("ledger.log_keys", "ledger.checkpoints", "ledger.cosignatures");

    private OtherTables() {}

    /** Those beside the events, of the schema whose owner is another than people's. */
    static List<Table> ofLedger() {
        return Section.LEDGER.subList(1, Section.LEDGER.size());
    }

    /**
     * Makes the target's rows those of the source.
     *
     * @param tables in the order in which they have to be filled
     * @param to must not commit by itself
     */
    static void copy(List<Table> tables, Connection from, Connection to) throws SQLException {
        for (Table table : tables.reversed()) {
            if (!KEPT_FOR_EVER.contains(table.name())) {
                Rows.run(to, "delete from " + table.name());
            }
        }
        for (Table table : tables) {
            Section section = new Section(table);
            if (KEPT_FOR_EVER.contains(table.name())) {
                Rows.run(to, section.waiting());
                Rows.pipe(from, section.copyOut(), to, section.copyInto("waiting"));
                Rows.run(to, section.keepOfWaiting());
                Rows.run(to, "drop table waiting");
            } else {
                Rows.pipe(from, section.copyOut(), to, section.copyInto(table.name()));
            }
        }
    }
}
