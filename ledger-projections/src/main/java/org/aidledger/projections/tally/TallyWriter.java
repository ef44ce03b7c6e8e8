package org.aidledger.projections.tally;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.fund.FundId;
import org.aidledger.projections.table.Rows;

/** Lets the index grow by the facts of a batch. */
public final class TallyWriter {

    private final TallyShape shape;

    public TallyWriter(TallyShape shape) {
        this.shape = shape;
    }

    /**
     * Adds the facts to the index of a schema, within the caller's transaction.
     *
     * @param rows takes the rows that are new; the caller stores them
     */
    public void store(Facts facts, Rows rows, Connection connection, String schema)
            throws SQLException {
        if (facts.byFund().isEmpty()) {
            return;
        }
        Map<FundId, Head> heads = Heads.load(connection, schema, facts.byFund().keySet());
        Subjects subjects = Subjects.load(connection, schema, facts);
        StoredBlocks stored = new StoredBlocks(connection, schema);
        for (Map.Entry<FundId, List<Facts.OfEvent>> fund : facts.byFund().entrySet()) {
            Head head = Objects.requireNonNull(heads.get(fund.getKey()));
            Growth growth = new Growth(shape, head, stored, rows);
            for (Facts.OfEvent event : fund.getValue()) {
                growth.add(event, subjects);
            }
        }
        Heads.store(connection, schema, heads.values());
    }
}
