/**
 * Requests for approval and plan adjustments that wait for signatures, each with its stages. Read
 * as known at an instant; the business date plays no part, as a command may be dated ahead.
 */
@NullMarked
package org.aidledger.projections.approvals;

import org.jspecify.annotations.NullMarked;
