/**
 * How rows are written: a {@link org.aidledger.projections.writing.Projection} says which facts an
 * event leaves, {@link org.aidledger.projections.writing.Rows} collects them, and one statement per
 * table stores them. Facts are only ever added, each under the position of its event, so that any
 * two generations of the tables can be compared position by position.
 */
@NullMarked
package org.aidledger.projections.writing;

import org.jspecify.annotations.NullMarked;
