/** Faults, the order in which a seed brings them about, and how each is done to a world. */
@NullMarked
package org.aidledger.faults.fault;

import org.jspecify.annotations.NullMarked;
