/** What was found about a fund, by people and by the ledger itself, and what became of it. */
@NullMarked
package org.aidledger.api.pages.findings;

import org.jspecify.annotations.NullMarked;
