/**
 * The figures that published sources give, posted as commands and asked back: every row of the
 * specification's table of golden cases. What cannot be true is flagged, not smoothed.
 */
@NullMarked
package org.aidledger.golden;

import org.jspecify.annotations.NullMarked;
