package org.aidledger.eventstore.log;

import java.util.List;
import org.aidledger.proof.StoredEvent;

/** The book that the tables of events are a copy of, where one is kept elsewhere. */
public interface Original {

    /** Begins to read it, from the first event on. */
    Reading read();

    /** One reading of it, by one thread. */
    interface Reading extends AutoCloseable {

        /**
         * The events that come next, in order, numbered and dated as the copy must have them.
         *
         * @param count how many
         * @return fewer only if there are no more
         * @throws IllegalStateException if it cannot be read now
         */
        List<StoredEvent> next(int count);

        @Override
        void close();
    }
}
