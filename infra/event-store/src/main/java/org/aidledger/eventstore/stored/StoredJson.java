package org.aidledger.eventstore.stored;

import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredForm;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * The stored form without a store. No event has changed its shape yet; the upcaster of the first
 * that does belongs here as well.
 */
public final class StoredJson implements StoredForm {

    private final EventSerializer serializer = EventSerializer.ofLedger();

    /** For {@link java.util.ServiceLoader}. */
    public StoredJson() {}

    @Override
    public LedgerEvent read(String name, String revision, byte[] payload) {
        try {
            return serializer.deserialize(
                    new SimpleSerializedObject<>(payload, byte[].class, name, revision));
        } catch (SerializationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "no event is stored so as '%s' revision %s".formatted(name, revision), e);
        }
    }
}
