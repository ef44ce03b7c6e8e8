/**
 * The register of findings with their rectification, and the breaches of rules that the ledger
 * noted by itself, at a point in time.
 */
@NullMarked
package org.aidledger.projections.findings;

import org.jspecify.annotations.NullMarked;
