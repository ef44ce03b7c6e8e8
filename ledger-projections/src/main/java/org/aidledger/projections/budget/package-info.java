/**
 * The budget statement of a fund at a point in time: its opening, plan, works, policy and money,
 * put together from the two-axis index into the one record of figures that all indicators are made
 * of.
 */
@NullMarked
package org.aidledger.projections.budget;

import org.jspecify.annotations.NullMarked;
