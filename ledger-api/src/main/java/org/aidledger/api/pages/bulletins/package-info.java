/**
 * Snapshots and bulletins: frozen, signed and listed, compared, and laid out for print and as a
 * spreadsheet. What stands on them is made again from events each time, and said to be other than
 * what was frozen where it is.
 */
@NullMarked
package org.aidledger.api.pages.bulletins;

import org.jspecify.annotations.NullMarked;
