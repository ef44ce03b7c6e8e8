package org.aidledger.api.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much an import may bring. The value stands in {@code application.yaml}.
 *
 * @param fileBytes largest file
 */
@ConfigurationProperties("ledger.imports")
record ImportLimits(long fileBytes) {}
