/**
 * The sums of a fund as they change with each event, from nothing or from how it stood at a point
 * in time: events can be added and taken away, and the difference is the effect.
 */
@NullMarked
package org.aidledger.projections.standing;

import org.jspecify.annotations.NullMarked;
