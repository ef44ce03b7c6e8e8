package org.aidledger.projections.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Actor;
import org.aidledger.money.Money;
import org.aidledger.projections.json.Components;

/** Makes an entry of a row. */
final class TrailRow {

    private TrailRow() {}

    static TrailEntry read(ResultSet row, Batches batches) throws SQLException {
        LocalDate effective = row.getObject("effective", LocalDate.class);
        return new TrailEntry(
                row.getLong("position"),
                row.getString("event_id"),
                row.getString("stream"),
                row.getLong("sequence"),
                row.getString("posting_id"),
                row.getString("event_type"),
                effective,
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                Components.readActors(row.getString("approved_by")).stream()
                        .map(Actor::name)
                        .toList(),
                Components.readDocuments(row.getString("documents")),
                row.getString("note"),
                List.of((String[]) row.getArray("projects").getArray()),
                text(row, "amount").map(Money::parse),
                text(row, "reverses"),
                text(row, "reversed_by"),
                text(row, "basis"),
                text(row, "finding"),
                batches.on(effective),
                row.getString("summary"),
                row.getString("detail"));
    }

    private static Optional<String> text(ResultSet row, String column) throws SQLException {
        return Optional.of(row.getString(column)).filter(t -> !t.isEmpty());
    }
}
