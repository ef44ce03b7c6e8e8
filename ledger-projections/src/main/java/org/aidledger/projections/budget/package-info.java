/**
 * The budget statement of a fund at a point in time: plan, works, policy and flows beside the
 * journal, put together into the one record of figures that all indicators are made of.
 */
@NullMarked
package org.aidledger.projections.budget;

import org.jspecify.annotations.NullMarked;
