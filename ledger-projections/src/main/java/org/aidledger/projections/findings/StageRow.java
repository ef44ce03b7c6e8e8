package org.aidledger.projections.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.DocumentRef;
import org.aidledger.finding.FindingId;
import org.aidledger.projections.json.Components;

/** One stage of a finding as stored; what the stage does not say is empty. */
record StageRow(
        FindingId finding,
        String stage,
        LocalDate on,
        String actor,
        String project,
        String type,
        String amount,
        String description,
        String source,
        String leader,
        String office,
        String deadline,
        List<DocumentRef> documents) {

    static StageRow read(ResultSet row, int number) throws SQLException {
        return new StageRow(
                new FindingId(row.getString("finding")),
                row.getString("stage"),
                row.getObject("effective", LocalDate.class),
                row.getString("actor"),
                row.getString("project"),
                row.getString("finding_type"),
                row.getString("amount"),
                row.getString("description"),
                row.getString("source"),
                row.getString("leader"),
                row.getString("office"),
                row.getString("deadline"),
                Components.readDocuments(row.getString("documents")));
    }
}
