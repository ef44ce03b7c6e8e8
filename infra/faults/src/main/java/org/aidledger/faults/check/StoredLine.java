package org.aidledger.faults.check;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** An event as the ledger gives it out. */
public record StoredLine(
        long position,
        String eventId,
        String stream,
        long sequence,
        String type,
        Instant recorded,
        JsonNode event) {

    /** Reads a line of {@code GET /api/v1/events}. */
    public static StoredLine of(JsonNode line) {
        return new StoredLine(
                line.at("/position").asLong(),
                line.at("/eventId").asString(),
                line.at("/stream").asString(),
                line.at("/sequence").asLong(),
                line.at("/type").asString(),
                Instant.parse(line.at("/recorded").asString()),
                line.at("/event"));
    }

    Key key() {
        return new Key(event.at("/fund").asString(), event.at("/voucher/postingId").asString());
    }

    String text(String pointer) {
        return event.at(pointer).asString();
    }
}
