package org.aidledger.api.tracing;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where traces go. The values stand in {@code application.yaml}.
 *
 * @param endpoint of OTLP over HTTP, such as {@code http://collector:4318/v1/traces}; nothing for
 *     no traces
 * @param ratio which part of the requests that come without a trace of their own begins one
 */
@ConfigurationProperties("ledger.tracing")
record TracingSettings(String endpoint, double ratio) {}
