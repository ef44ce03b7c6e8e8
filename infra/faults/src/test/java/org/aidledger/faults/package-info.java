/** Lets the harness run for two minutes, and shows that its checker catches what it must. */
@NullMarked
package org.aidledger.faults;

import org.jspecify.annotations.NullMarked;
