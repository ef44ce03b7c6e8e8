package org.aidledger.eventstore.payee;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.aidledger.proof.StoredEvent;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * That a payee was erased, as the event tells it and as the row repeats it.
 *
 * @param at when the ledger recorded it
 */
record ToldErasure(String payee, Instant at, String postingId, String actor, String reason) {

    /** The row of a payee who is erased; also one about to be. */
    static final String OF_PAYEE =
            """
            select id, erased, posting_id, actor, reason, leaving from ledger.payees
            where id = :id
            """;

    private static final String STORED = "payee.erased";

    private static final JsonMapper JSON = new JsonMapper();

    /** What a row says of it: not that it happened, that it is about to, or how it did. */
    sealed interface Kept {
        record NotErased() implements Kept {}

        record AboutToGo() implements Kept {}

        record Repeated(ToldErasure erasure) implements Kept {}
    }

    /** What an event tells, if it tells this. One that cannot be read tells nothing. */
    static Optional<ToldErasure> by(StoredEvent event) {
        if (!event.name().equals(STORED)) {
            return Optional.empty();
        }
        try {
            JsonNode told = JSON.readTree(event.payload());
            return Optional.of(
                    new ToldErasure(
                            told.path("payee").asString(""),
                            event.recorded(),
                            told.at("/voucher/postingId").asString(""),
                            told.at("/voucher/actor").asString(""),
                            told.path("reason").asString("")));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    static Kept kept(ResultSet row) throws SQLException {
        if (row.getObject("erased") == null) {
            return row.getBoolean("leaving") ? new Kept.AboutToGo() : new Kept.NotErased();
        }
        return new Kept.Repeated(
                new ToldErasure(
                        row.getString("id"),
                        row.getObject("erased", OffsetDateTime.class).toInstant(),
                        row.getString("posting_id"),
                        row.getString("actor"),
                        row.getString("reason")));
    }
}
