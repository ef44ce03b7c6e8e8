/** Shows the checker ledgers with one thing wrong, and hears which. */
@NullMarked
package org.aidledger.faults.check;

import org.jspecify.annotations.NullMarked;
