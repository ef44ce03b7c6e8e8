/** Puts the read side together for Spring. */
@NullMarked
package org.aidledger.projections.wiring;

import org.jspecify.annotations.NullMarked;
