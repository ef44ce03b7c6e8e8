package org.aidledger.api.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.aidledger.proof.StoredEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The members of a bundle's lines. */
final class BundleForm {

    /** Name and version of the form, in the head. */
    static final String NAME = "aid-ledger bundle v1";

    static final String BUNDLE = "bundle";
    static final String FUND = "fund";
    static final String AS_OF = "asOf";
    static final String KNOWN_AT = "knownAt";
    static final String POSITION = "position";
    static final String PROOF = "proof";
    static final String FIGURES = "figures";
    static final String CHECKPOINT = "checkpoint";

    static final JsonMapper JSON = JsonMapper.builder().build();

    static final int HEAD_MEMBERS = 4;

    private static final int EVENT_MEMBERS = 10;

    private BundleForm() {}

    static ObjectNode event(StoredEvent event) {
        return JSON.createObjectNode()
                .put(POSITION, event.position())
                .put("recorded", event.recorded().toString())
                .put("stream", event.stream())
                .put("sequence", event.sequence())
                .put("id", event.eventId())
                .put("aggregate", event.type())
                .put("type", event.name())
                .put("revision", event.revision())
                .put("payload", text(event, event.payload()))
                .put("metadata", text(event, event.metadata()));
    }

    private static String text(StoredEvent event, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException(
                    "the event at position %s is no text".formatted(event.position()), e);
        }
    }

    /**
     * Reads an event's line.
     *
     * @throws IllegalArgumentException if a member is missing, of another kind, or too many
     */
    static StoredEvent event(JsonNode line) {
        requireMembers(line, EVENT_MEMBERS);
        return new StoredEvent(
                number(line, POSITION),
                Instant.parse(text(line, "recorded")),
                text(line, "stream"),
                number(line, "sequence"),
                text(line, "id"),
                text(line, "aggregate"),
                text(line, "type"),
                text(line, "revision"),
                text(line, "payload").getBytes(StandardCharsets.UTF_8),
                text(line, "metadata").getBytes(StandardCharsets.UTF_8));
    }

    /** Nothing may stand in a bundle that is not checked. */
    static void requireMembers(JsonNode line, int count) {
        if (line.size() != count) {
            throw new IllegalArgumentException("it should have %s members".formatted(count));
        }
    }

    static long number(JsonNode line, String member) {
        JsonNode value = line.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new IllegalArgumentException(member + " has to be a whole number");
        }
        return value.longValue();
    }

    static String text(JsonNode line, String member) {
        JsonNode value = line.path(member);
        if (!value.isString()) {
            throw new IllegalArgumentException(member + " has to be a text");
        }
        return value.stringValue();
    }
}
