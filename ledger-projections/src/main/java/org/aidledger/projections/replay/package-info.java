/**
 * Recomputes a fund from its events alone, step by step, and compares the outcome with the read
 * side.
 */
@NullMarked
package org.aidledger.projections.replay;

import org.jspecify.annotations.NullMarked;
