package org.aidledger.api.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * A span for each request, within the trace of whoever sent it, if it names one (W3C {@code
 * traceparent}). It is called after the endpoint's pattern: paths have ids, queries have more.
 */
final class RequestSpans extends OncePerRequestFilter {

    private static final String TRACE_ID = "traceId";

    private static final TextMapGetter<HttpServletRequest> HEADERS =
            new TextMapGetter<>() {
                @Override
                public Iterable<String> keys(HttpServletRequest request) {
                    return Collections.list(request.getHeaderNames());
                }

                @Override
                public @Nullable String get(@Nullable HttpServletRequest request, String key) {
                    return request == null ? null : request.getHeader(key);
                }
            };

    private final Tracer tracer;

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator/")
                || request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Context sender =
                W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS);
        Span span =
                tracer.spanBuilder(request.getMethod())
                        .setParent(sender)
                        .setSpanKind(SpanKind.SERVER)
                        .setAttribute("http.request.method", request.getMethod())
                        .startSpan();
        if (span.getSpanContext().isSampled()) {
            MDC.put(TRACE_ID, span.getSpanContext().getTraceId());
        }
        try (Scope _ = span.makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(TRACE_ID);
            end(span, request, response.getStatus());
        }
    }

    private static void end(Span span, HttpServletRequest request, int status) {
        Optional.ofNullable(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                .ifPresent(route -> {
                    span.updateName(request.getMethod() + " " + route);
                    span.setAttribute("http.route", route.toString());
                });
        span.setAttribute("http.response.status_code", status);
        if (status >= 500) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }
}
