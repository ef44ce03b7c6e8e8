/**
 * The audit trail: who did what, when it happened, when the ledger knew, on which papers, approved
 * by whom, reversing or correcting what. Its table holds what events are found by, and their
 * journal lines; the rest is read from the events, a page at a time.
 */
@NullMarked
package org.aidledger.projections.trail;

import org.jspecify.annotations.NullMarked;
