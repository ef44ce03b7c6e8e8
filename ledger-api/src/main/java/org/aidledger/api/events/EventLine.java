package org.aidledger.api.events;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.projections.json.Components;

/**
 * One event of the log, as it is given out.
 *
 * @param type its stored name
 * @param event its components, as stored
 */
public record EventLine(
        long position,
        String eventId,
        String stream,
        long sequence,
        String type,
        String revision,
        Instant recorded,
        @JsonRawValue String event) {

    public static EventLine of(Recorded<LedgerEvent> e) {
        StoredAs stored = e.event().getClass().getAnnotation(StoredAs.class);
        return new EventLine(
                e.position(),
                e.eventId(),
                e.event().stream(),
                e.sequence(),
                stored.value(),
                stored.revision(),
                e.recorded(),
                Components.write(e.event()));
    }
}
