/**
 * What lies between two points in time: the events that count at one and not at the other, each
 * with its effect, which add up to the difference. Effects start from what counts at both points,
 * so that only the events between are read.
 */
@NullMarked
package org.aidledger.projections.changes;

import org.jspecify.annotations.NullMarked;
