/**
 * The audit trail: who did what, when it happened, when the ledger knew, on which papers, approved
 * by whom, reversing or correcting what.
 */
@NullMarked
package org.aidledger.projections.trail;

import org.jspecify.annotations.NullMarked;
