package org.aidledger.api.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one request may bring or wait. The values stand in {@code application.yaml}.
 *
 * @param commandBytes largest body of a command
 * @param batchBytes largest body of a batch
 * @param readYourWrites how long a command's answer, or a read with {@code atLeast}, waits for the
 *     read side to hold the posting
 */
@ConfigurationProperties("ledger.http")
public record HttpLimits(long commandBytes, long batchBytes, Duration readYourWrites) {}
