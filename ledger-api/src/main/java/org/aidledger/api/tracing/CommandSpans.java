package org.aidledger.api.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.Optional;

/** The spans of commands, and what is known of them until the read tables hold what followed. */
public final class CommandSpans {

    static final String POSTING_ID = "aidledger.posting_id";

    private final Tracer tracer;
    private final PendingSpans pending;

    CommandSpans(Tracer tracer, PendingSpans pending) {
        this.tracer = tracer;
        this.pending = pending;
    }

    /** A span that has begun and not ended. */
    public static final class Open implements AutoCloseable {

        private final Span span;
        private final Runnable nothingFollows;

        private Open(Span span, Runnable nothingFollows) {
            this.span = span;
            this.nothingFollows = nothingFollows;
        }

        /** What became of the command, in the words of the metrics. */
        public void outcome(String outcome) {
            span.setAttribute("aidledger.outcome", outcome);
            switch (outcome) {
                case "accepted", "mixed" -> {}
                case "busy", "unknown", "failed" -> span.setStatus(StatusCode.ERROR, outcome);
                default -> nothingFollows.run();
            }
        }

        @Override
        public void close() {
            span.end();
        }
    }

    /**
     * Begins the span of a command.
     *
     * @param postingId of one command; a batch has many and names none
     */
    public Open open(String command, Optional<String> postingId) {
        Span span =
                tracer.spanBuilder("command " + command)
                        .setAttribute("aidledger.command", command)
                        .startSpan();
        if (!span.getSpanContext().isSampled()) {
            return new Open(span, () -> {});
        }
        postingId.ifPresent(id -> {
            span.setAttribute(POSTING_ID, id);
            pending.add(id, span.getSpanContext());
        });
        return new Open(span, () -> postingId.ifPresent(pending::take));
    }
}
