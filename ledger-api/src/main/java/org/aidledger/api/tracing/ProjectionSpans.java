package org.aidledger.api.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.List;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.projections.processor.BatchListener;

/** Shows in a command's trace when the read tables held what followed from it. */
final class ProjectionSpans implements BatchListener {

    private final Tracer tracer;
    private final PendingSpans pending;

    ProjectionSpans(Tracer tracer, PendingSpans pending) {
        this.tracer = tracer;
        this.pending = pending;
    }

    @Override
    public void stored(List<Recorded<LedgerEvent>> batch, Instant began, Instant ended) {
        if (pending.isEmpty()) {
            return;
        }
        batch.forEach(event -> {
            String postingId = event.event().voucher().postingId().value();
            pending.take(postingId)
                    .ifPresent(command ->
                            project(command, postingId, event.position(), batch.size(), began)
                                    .end(ended));
        });
    }

    private Span project(
            SpanContext command, String postingId, long position, long events, Instant began) {
        return tracer.spanBuilder("project")
                .setParent(Context.root().with(Span.wrap(command)))
                .setAttribute(CommandSpans.POSTING_ID, postingId)
                .setAttribute("aidledger.position", position)
                .setAttribute("aidledger.batch_events", events)
                .setStartTimestamp(began)
                .startSpan();
    }
}
