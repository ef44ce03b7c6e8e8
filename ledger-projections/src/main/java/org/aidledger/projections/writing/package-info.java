/**
 * How the read tables are written: a {@link org.aidledger.projections.writing.Projection} says
 * which rows and facts an event leaves, and {@link org.aidledger.projections.writing.ReadModel}
 * stores those of many events together, with few statements however many they are. Rows are only
 * ever added, each under the position of its event, so that any two generations of the tables can
 * be compared position by position.
 */
@NullMarked
package org.aidledger.projections.writing;

import org.jspecify.annotations.NullMarked;
