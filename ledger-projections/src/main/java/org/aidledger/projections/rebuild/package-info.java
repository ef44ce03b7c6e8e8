/**
 * Builds every read table again from the events, proves by digests, table by table and fund by
 * fund, that the result equals the live tables, and puts it in their place while reads go on. Half
 * built tables never touch the live ones; a rebuild that is cut off, by whatever, is gone on with
 * behind its last commit as long as the code that writes the rows is the same.
 */
@NullMarked
package org.aidledger.projections.rebuild;

import org.jspecify.annotations.NullMarked;
