/**
 * When things happened in a fund, on both time axes: what a slider over its life is drawn from, how
 * its money ran over time, and how much became known after a point in time. Counts by day are
 * remembered and only ever added to, since events are.
 */
@NullMarked
package org.aidledger.projections.life;

import org.jspecify.annotations.NullMarked;
