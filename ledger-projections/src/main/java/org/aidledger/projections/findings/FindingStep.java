package org.aidledger.projections.findings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.aidledger.event.DocumentRef;
import org.aidledger.projections.json.Components;

/**
 * One step in what became of a finding.
 *
 * @param stage {@code RAISED}, {@code ASSIGNED}, {@code SUBMITTED}, {@code CLOSED} or {@code
 *     REOPENED}
 * @param text what was found, is to be done, was brought, concluded, or made it open again
 * @param leader of an assignment; else empty
 * @param office of an assignment; else empty
 * @param deadline of an assignment; else empty
 */
public record FindingStep(
        long position,
        String stage,
        LocalDate effective,
        Instant recorded,
        String actor,
        String text,
        String leader,
        String office,
        String deadline,
        List<DocumentRef> documents) {

    public FindingStep {
        documents = List.copyOf(documents);
    }

    static FindingStep read(ResultSet row, int number) throws SQLException {
        return new FindingStep(
                row.getLong("position"),
                row.getString("stage"),
                row.getObject("effective", LocalDate.class),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("description"),
                row.getString("leader"),
                row.getString("office"),
                row.getString("deadline"),
                Components.readDocuments(row.getString("documents")));
    }
}
