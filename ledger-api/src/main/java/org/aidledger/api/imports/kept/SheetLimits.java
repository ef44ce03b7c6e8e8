package org.aidledger.api.imports.kept;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is kept of sheets that people work on. The values stand in {@code application.yaml}.
 *
 * @param fileBytes largest file
 * @param rows most rows of one
 * @param sheetsOfOne how many of one person
 * @param rowsInAll most rows of all together
 * @param keepFor how long one is kept that nobody looks at
 */
@ConfigurationProperties("ledger.sheets")
record SheetLimits(long fileBytes, long rows, int sheetsOfOne, long rowsInAll, Duration keepFor) {}
