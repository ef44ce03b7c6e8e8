package org.aidledger.api.events;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.aidledger.api.access.VisibleLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events. Each stream looks for new events by itself; it ends with its client, or when
 * the server stops, so that no stream keeps it from stopping, or after some minutes, so that nobody
 * goes on reading whose token was revoked.
 */
@Component
class EventStream {

    private static final int PAGE = 500;
    private static final long LOOK_AGAIN_MILLIS = 250;

    /** Then the client connects again by itself, if it still may. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    /** A comment every so often shows both sides that the other is there. */
    private static final int LOOKS_BETWEEN_COMMENTS = 40;

    private final VisibleLog log;
    private final JsonMapper json;
    private volatile boolean stopping;

    EventStream(VisibleLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    void answer(HttpServletResponse response, long after) throws IOException, InterruptedException {
        log.require(Optional.empty());
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Cache-Control", "no-store");
        Writer out = response.getWriter();
        out.write("retry: 1000\n\n");
        response.flushBuffer();
        long seen = after;
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int look = 1; !stopping && System.nanoTime() < end; look++) {
            VisibleLog.Part part = log.after(seen, PAGE);
            for (Recorded<LedgerEvent> event : part.events()) {
                EventLine line = EventLine.of(event);
                out.write("id: " + line.position() + "\nevent: " + line.type() + "\n");
                out.write("data: " + json.writeValueAsString(line) + "\n\n");
            }
            seen = part.upTo();
            if (look % LOOKS_BETWEEN_COMMENTS == 0) {
                out.write(":\n\n");
            }
            response.flushBuffer(); // throws when the client has gone
            if (part.isLast()) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }
}
