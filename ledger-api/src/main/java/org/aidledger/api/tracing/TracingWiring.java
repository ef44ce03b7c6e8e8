package org.aidledger.api.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Traces, where somebody wants them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TracingSettings.class)
class TracingWiring {

    /** Closed with the application, which sends what was not sent yet. */
    @Bean
    OpenTelemetry openTelemetry(
            TracingSettings settings, @Value("${spring.application.name}") String name) {
        if (settings.endpoint().isBlank()) {
            return OpenTelemetry.noop();
        }
        Resource resource =
                Resource.getDefault().toBuilder()
                        .put(AttributeKey.stringKey("service.name"), name)
                        .build();
        return OpenTelemetrySdk.builder()
                .setTracerProvider(
                        SdkTracerProvider.builder()
                                .setResource(resource)
                                .setSampler(
                                        Sampler.parentBased(
                                                Sampler.traceIdRatioBased(settings.ratio())))
                                .addSpanProcessor(
                                        BatchSpanProcessor.builder(
                                                        OtlpHttpSpanExporter.builder()
                                                                .setEndpoint(settings.endpoint())
                                                                .build())
                                                .build())
                                .build())
                .build();
    }

    @Bean
    Tracer tracer(OpenTelemetry telemetry) {
        return telemetry.getTracer("org.aidledger");
    }

    @Bean
    PendingSpans pendingSpans() {
        return new PendingSpans();
    }

    @Bean
    CommandSpans commandSpans(Tracer tracer, PendingSpans pending) {
        return new CommandSpans(tracer, pending);
    }

    @Bean
    ProjectionSpans projectionSpans(Tracer tracer, PendingSpans pending) {
        return new ProjectionSpans(tracer, pending);
    }

    /** Before all others, sign-in too; not there at all where nobody wants traces. */
    @Bean
    FilterRegistrationBean<RequestSpans> requestSpans(Tracer tracer, TracingSettings settings) {
        FilterRegistrationBean<RequestSpans> spans =
                new FilterRegistrationBean<>(new RequestSpans(tracer));
        spans.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        spans.setEnabled(!settings.endpoint().isBlank());
        return spans;
    }
}
