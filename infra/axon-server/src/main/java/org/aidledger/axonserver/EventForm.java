package org.aidledger.axonserver;

import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.SerializedObject;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.aidledger.eventstore.append.Mirror;
import org.aidledger.eventstore.append.NewEvent;
import org.aidledger.proof.StoredEvent;

/**
 * The form of an event in Axon Server. Its timestamp counts milliseconds; the instant in
 * microseconds stands in the metadata, and so does whether the event is the first of its commit.
 */
final class EventForm {

    /** Microseconds since 1970. */
    private static final String RECORDED = "ledger-recorded";

    /** Whether it has to be recorded later than all before it, and not only no earlier. */
    private static final String BEGINS = "ledger-begins";

    /** The event's own metadata as JSON, where there is any. */
    private static final String METADATA = "ledger-metadata";

    private static final String NO_METADATA = "{}";

    private EventForm() {}

    /**
     * @param begins whether it is the first of its commit
     */
    static Event of(NewEvent event, boolean begins) {
        return form(
                event.id().toString(),
                event.stream(),
                event.sequence(),
                event.type(),
                event.micros(),
                begins,
                payload(event.name(), event.revision(), event.payload()),
                event.metadata());
    }

    /** One that was recorded elsewhere before, and keeps its instant. */
    static Event of(StoredEvent event) {
        return form(
                event.eventId(),
                event.stream(),
                event.sequence(),
                event.type(),
                ChronoUnit.MICROS.between(Instant.EPOCH, event.recorded()),
                false,
                payload(event.name(), event.revision(), event.payload()),
                event.metadata());
    }

    private static SerializedObject payload(String name, String revision, byte[] bytes) {
        return SerializedObject.newBuilder()
                .setType(name)
                .setRevision(revision)
                .setData(ByteString.copyFrom(bytes))
                .build();
    }

    private static Event form(
            String id,
            String stream,
            long sequence,
            String type,
            long micros,
            boolean begins,
            SerializedObject payload,
            byte[] metadata) {
        Event.Builder form =
                Event.newBuilder()
                        .setMessageIdentifier(id)
                        .setAggregateIdentifier(stream)
                        .setAggregateSequenceNumber(sequence)
                        .setAggregateType(type)
                        .setTimestamp(Math.floorDiv(micros, 1000L))
                        .setPayload(payload)
                        .putMetaData(
                                RECORDED, MetaDataValue.newBuilder().setNumberValue(micros).build())
                        .putMetaData(
                                BEGINS, MetaDataValue.newBuilder().setBooleanValue(begins).build());
        String json = new String(metadata, StandardCharsets.UTF_8);
        if (!json.equals(NO_METADATA)) {
            form.putMetaData(METADATA, MetaDataValue.newBuilder().setTextValue(json).build());
        }
        return form.build();
    }

    /**
     * An event as the copy has it.
     *
     * @param before where the copy ends ahead of it
     * @throws IllegalStateException if it cannot be one of this ledger, or not the next one
     */
    static StoredEvent read(EventWithToken there, Mirror.Head before) {
        Event event = there.getEvent();
        MetaDataValue recorded = event.getMetaDataMap().get(RECORDED);
        if (there.getToken() != before.position() + 1 || recorded == null) {
            throw new IllegalStateException(
                    ("after position %s Axon Server has the event %s at token %s, which is none of"
                                    + " this ledger; the ledger needs a context of its own")
                            .formatted(
                                    before.position(),
                                    event.getMessageIdentifier(),
                                    there.getToken()));
        }
        long floor = before.recordedMicros() + (begins(event) ? 1 : 0);
        return new StoredEvent(
                there.getToken(),
                Instant.EPOCH.plus(Math.max(floor, recorded.getNumberValue()), ChronoUnit.MICROS),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getMessageIdentifier(),
                event.getAggregateType(),
                event.getPayload().getType(),
                event.getPayload().getRevision(),
                event.getPayload().getData().toByteArray(),
                metadata(event).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean begins(Event event) {
        return event.getMetaDataOrDefault(BEGINS, MetaDataValue.getDefaultInstance())
                .getBooleanValue();
    }

    private static String metadata(Event event) {
        MetaDataValue own = event.getMetaDataMap().get(METADATA);
        return own == null ? NO_METADATA : own.getTextValue();
    }
}
