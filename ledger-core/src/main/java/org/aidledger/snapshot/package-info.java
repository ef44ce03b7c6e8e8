/**
 * Snapshots: the figures of some funds at a point in time, frozen under a digest and signed by a
 * second person. What is kept is the point and the digest; the figures themselves are made again
 * from events, for ever the same, and {@link org.aidledger.snapshot.SnapshotData} says in which
 * form, byte for byte.
 *
 * <p>Owns: a snapshot is of what was recorded, never of what will be; nobody signs what they froze;
 * it is signed once, and for the digest that was frozen; it is withdrawn for a reason and never
 * deleted (R17).
 */
@NullMarked
package org.aidledger.snapshot;

import org.jspecify.annotations.NullMarked;
