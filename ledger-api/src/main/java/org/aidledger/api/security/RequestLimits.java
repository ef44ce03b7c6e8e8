package org.aidledger.api.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one caller may ask for. The values stand in {@code application.yaml}.
 *
 * @param requestsPerSecond of one who is signed in
 * @param strangersPerSecond requests without a sign-in from one address
 * @param failedSignInsPerMinute from one address
 */
@ConfigurationProperties("ledger.limits")
record RequestLimits(int requestsPerSecond, int strangersPerSecond, int failedSignInsPerMinute) {}
