/**
 * Which snapshots were frozen, who signed them and which were withdrawn. Their figures stand in no
 * table: they are made again from events each time.
 */
@NullMarked
package org.aidledger.projections.snapshots;

import org.jspecify.annotations.NullMarked;
