/**
 * Read models computed from events: every row can be rebuilt, and every question names the two
 * dates (effective and known) as of which it is answered.
 */
@NullMarked
package org.aidledger.projections;

import org.jspecify.annotations.NullMarked;
