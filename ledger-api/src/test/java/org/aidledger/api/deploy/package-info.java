/**
 * Tests of the files in {@code infra/deploy} as far as they can be tried without what they are for:
 * against schemas of those who read them, and against what the ledger really knows.
 */
@NullMarked
package org.aidledger.api.deploy;

import org.jspecify.annotations.NullMarked;
