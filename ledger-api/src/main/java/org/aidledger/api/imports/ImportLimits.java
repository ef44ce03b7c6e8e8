package org.aidledger.api.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much an import may bring.
 *
 * @param fileBytes largest file, by default 2 GiB
 */
@ConfigurationProperties("ledger.imports")
record ImportLimits(@DefaultValue("2147483648") long fileBytes) {}
