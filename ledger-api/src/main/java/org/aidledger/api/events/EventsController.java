package org.aidledger.api.events;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.access.VisibleLog;
import org.aidledger.api.http.Ndjson;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.proof.StoredEvent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives out the events of the whole ledger. */
@RestController
@Needs(Right.EVENTS)
class EventsController {

    private static final int PAGE = 500;
    private static final Pattern POSITION = Pattern.compile("-1|[0-9]{1,18}");

    private final VisibleLog log;
    private final Ndjson ndjson;
    private final EventStream stream;

    EventsController(VisibleLog log, Ndjson ndjson, EventStream stream) {
        this.log = log;
        this.ndjson = ndjson;
        this.stream = stream;
    }

    /**
     * Events up to the present end of the log.
     *
     * @param after position of the last event already seen; all if absent
     * @param limit at most so many
     */
    @GetMapping(path = "/api/v1/events", produces = Ndjson.TYPE)
    void lines(
            @RequestParam Optional<String> after,
            @RequestParam Optional<String> limit,
            HttpServletResponse response)
            throws IOException {
        long start = position("after", after.orElse("-1"));
        long most = limit.map(text -> position("limit", text)).orElse(Long.MAX_VALUE);
        log.require(Optional.empty());
        long head = log.head();
        ndjson.answer(
                response,
                lines -> {
                    long seen = start;
                    long given = 0;
                    while (seen < head && given < most) {
                        VisibleLog.Part part = log.after(seen, (int) Math.min(PAGE, most - given));
                        part.events().forEach(e -> lines.line(EventLine.of(e)));
                        given += part.events().size();
                        if (part.upTo() == seen) {
                            return;
                        }
                        seen = part.upTo();
                    }
                });
    }

    /**
     * One event exactly as it is stored: what the log hashed.
     *
     * @param payload its components, byte for byte as hashed when written in UTF-8
     * @param metadata likewise
     */
    record Stored(
            long position,
            Instant recorded,
            String stream,
            long sequence,
            String id,
            String aggregate,
            String type,
            String revision,
            String payload,
            String metadata) {

        static Stored of(StoredEvent e) {
            return new Stored(
                    e.position(),
                    e.recorded(),
                    e.stream(),
                    e.sequence(),
                    e.eventId(),
                    e.type(),
                    e.name(),
                    e.revision(),
                    new String(e.payload(), StandardCharsets.UTF_8),
                    new String(e.metadata(), StandardCharsets.UTF_8));
        }
    }

    @GetMapping(path = "/api/v1/events/{position}", produces = MediaType.APPLICATION_JSON_VALUE)
    Stored stored(@PathVariable long position) {
        return log.stored(position)
                .map(Stored::of)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.NOT_FOUND,
                                "There is no event at position %s.".formatted(position)));
    }

    /**
     * Events as they are stored, until the client goes.
     *
     * @param after position of the last event already seen; all if absent
     * @param lastEventId the same, as browsers say it when they connect again
     */
    @GetMapping(path = "/api/v1/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            @RequestParam Optional<String> after,
            @RequestHeader("Last-Event-ID") Optional<String> lastEventId,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        stream.answer(response, position("after", lastEventId.or(() -> after).orElse("-1")));
    }

    private static long position(String name, String text) {
        if (!POSITION.matcher(text).matches()) {
            throw ProblemException.invalid(
                    name, name + " must be a whole number, not '" + text + "'");
        }
        return Long.parseLong(text);
    }
}
