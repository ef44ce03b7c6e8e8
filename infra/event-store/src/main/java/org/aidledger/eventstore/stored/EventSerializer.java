package org.aidledger.eventstore.stored;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.Optional;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.WrittenByLater;
import org.aidledger.eventstore.stored.EventNames.Stored;
import org.aidledger.payee.Payee;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * The stored form of events: JSON with a record's components in their order, under the event's
 * stored name and revision. Nothing but events and their metadata passes. What is stored is read
 * back whole or not at all: neither a component too many nor one too few is let go.
 */
public final class EventSerializer extends Jackson3Serializer {

    private static final SerializedType METADATA =
            new SimpleSerializedType(MetaData.class.getName(), null);

    private final EventNames names;

    EventSerializer(EventNames names) {
        super(builder().jsonMapperBuilderCustomizer(EventSerializer::shape));
        this.names = names;
    }

    /** For every event of the ledger. */
    public static EventSerializer ofLedger() {
        return new EventSerializer(EventNames.ofLedger());
    }

    private static void shape(JsonMapper.Builder mapper) {
        mapper.addModule(new SimpleModule("payees").addSerializer(new NoNames()));
        // Fields only: an isPositive() is not a component.
        mapper.changeDefaultVisibility(v ->
                        v.withFieldVisibility(Visibility.ANY)
                                .withGetterVisibility(Visibility.NONE)
                                .withIsGetterVisibility(Visibility.NONE)
                                .withSetterVisibility(Visibility.NONE))
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    }

    /** The last line of defence: what was stored once is there for ever. */
    private static final class NoNames extends StdSerializer<Payee> {

        NoNames() {
            super(Payee.class);
        }

        @Override
        public void serialize(Payee payee, JsonGenerator json, SerializationContext context) {
            if (payee.isNamed()) {
                throw new IllegalStateException("a payee's name in clear cannot be stored");
            }
            json.writeString(payee.text());
        }
    }

    @SuppressWarnings("rawtypes") // as inherited
    @Override
    public SerializedType typeForClass(Class type) {
        if (type == MetaData.class) {
            return METADATA;
        }
        return names.of(type)
                .map(stored -> new SimpleSerializedType(stored.name(), stored.revision()))
                .orElseThrow(() -> new SerializationException(type + " is not a stored event"));
    }

    /**
     * The class of the event. A name that this release does not know is answered with the interface
     * of its family: whoever handles that family gets to see the event and fails on reading it,
     * where an unrelated class would be passed over in silence.
     */
    @Override
    public Class<?> classForType(SerializedType type) {
        if (type.getName().equals(METADATA.getName())) {
            return MetaData.class;
        }
        return known(type).orElseGet(() -> names.familyOf(type.getName()));
    }

    @SuppressWarnings("TypeParameterUnusedInFormals") // as inherited
    @Override
    public <S, T> T deserialize(SerializedObject<S> stored) {
        SerializedType type = stored.getType();
        if (!type.getName().equals(METADATA.getName()) && known(type).isEmpty()) {
            WrittenByLater unknown =
                    new WrittenByLater(type.getName(), String.valueOf(type.getRevision()));
            throw new SerializationException(unknown.getMessage(), unknown);
        }
        return super.deserialize(stored);
    }

    private Optional<Class<? extends LedgerEvent>> known(SerializedType type) {
        return names.find(new Stored(type.getName(), String.valueOf(type.getRevision())));
    }
}
