package org.aidledger.projections.tally;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.aidledger.fund.FundId;
import org.aidledger.projections.table.Rows;

/**
 * Lets the index in a schema grow by facts, batch by batch. Between batches it remembers how far
 * each fund has come, with the blocks that will soon be part of larger ones, so nobody else may
 * write the same funds meanwhile.
 */
public final class TallyWriter {

    /** Funds remembered; one takes about 70 kB, most of it blocks. */
    private static final int MOST_FUNDS = 500;

    private final TallyShape shape;
    private final String schema;
    private final Map<FundId, Growth> growths = new HashMap<>();
    private final Set<Head> changed = new HashSet<>();

    /**
     * @param schema where the tables are
     */
    public TallyWriter(TallyShape shape, String schema) {
        this.shape = shape;
        this.schema = schema;
    }

    /**
     * Adds the facts of events, within the caller's transaction.
     *
     * @param rows takes the rows that are new; the caller stores them, and then says so
     */
    public void add(Facts facts, Rows rows, Connection connection) throws SQLException {
        load(facts, connection);
        StoredBlocks stored = new StoredBlocks(connection, schema);
        for (Map.Entry<FundId, List<Facts.OfEvent>> fund : facts.byFund().entrySet()) {
            Growth growth = Objects.requireNonNull(growths.get(fund.getKey()));
            for (Facts.OfEvent event : fund.getValue()) {
                growth.add(event, stored, rows);
            }
            changed.add(growth.head());
        }
    }

    private void load(Facts facts, Connection connection) throws SQLException {
        if (growths.size() > MOST_FUNDS) {
            storeHeads(connection);
            growths.clear();
        }
        List<FundId> unknown = new ArrayList<>(facts.byFund().keySet());
        unknown.removeIf(growths::containsKey);
        if (!unknown.isEmpty()) {
            Heads.load(connection, schema, unknown)
                    .forEach((fund, head) -> growths.put(fund, new Growth(shape, head)));
        }
        Subjects.load(connection, schema, facts, growths);
    }

    /** To be said when all rows are stored. */
    public void rowsAreStored() {
        growths.values().forEach(Growth::rowsAreStored);
    }

    /** Stores how far the funds have come; to be done before each commit. */
    public void storeHeads(Connection connection) throws SQLException {
        if (!changed.isEmpty()) {
            Heads.store(connection, schema, changed);
            changed.clear();
        }
    }
}
