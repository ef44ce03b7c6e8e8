/**
 * Findings of audits and inspections and their rectification (问题清单, R23 to R25). Owns: a finding is
 * closed only with evidence and by someone other than its owner, and can be reopened.
 */
@NullMarked
package org.aidledger.finding;

import org.jspecify.annotations.NullMarked;
