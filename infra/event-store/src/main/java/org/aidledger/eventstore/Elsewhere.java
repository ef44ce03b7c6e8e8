package org.aidledger.eventstore;

import java.util.List;
import java.util.Optional;
import org.aidledger.event.MigrationRefused;
import org.aidledger.eventstore.log.Original;
import org.aidledger.proof.StoredEvent;

/**
 * A kind of store beside the database in which the events of a ledger can be kept. Found by {@link
 * java.util.ServiceLoader}.
 */
public interface Elsewhere {

    /**
     * Opens the store at a place.
     *
     * @return nothing if the place is of another kind
     * @throws MigrationRefused if the place says nothing, or the store does not answer
     */
    Optional<Store> at(String place);

    /** An open store; its text is what people call it. */
    interface Store extends Original, AutoCloseable {

        /** How many events it holds. */
        long count();

        /**
         * Adds events with the positions and instants that they have.
         *
         * @throws MigrationRefused if it did not take them, or nobody knows
         */
        void append(List<StoredEvent> events);

        @Override
        void close();
    }
}
