package org.aidledger.api.tracing;

import io.opentelemetry.api.trace.SpanContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The spans of commands whose events are not in the read tables yet, by posting id. Where another
 * node writes these tables nobody comes for them, so the oldest go.
 */
final class PendingSpans {

    private static final int MOST = 10_000;

    private final Map<String, SpanContext> spans =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, SpanContext> eldest) {
                    return size() > MOST;
                }
            };

    synchronized void add(String postingId, SpanContext span) {
        spans.put(postingId, span);
    }

    synchronized Optional<SpanContext> take(String postingId) {
        return Optional.ofNullable(spans.remove(postingId));
    }

    synchronized boolean isEmpty() {
        return spans.isEmpty();
    }
}
