/** The whole ledger as a file over HTTP, and an empty ledger filled from one. */
@NullMarked
package org.aidledger.api.backup;

import org.jspecify.annotations.NullMarked;
