/**
 * One fund in one file that proves itself: its events with the very bytes that are stored, the
 * proof that they are in the transparency log, the signed checkpoint, and the figures that follow.
 * {@link org.aidledger.api.bundle.BundleCheck} reads it with neither server nor database. Owns the
 * promise that a bundle which checks says nothing that its events do not.
 *
 * <p>The file is lines of JSON: a head, the events in order of position, the proof's hashes, the
 * figures, and the checkpoint last.
 */
@NullMarked
package org.aidledger.api.bundle;

import org.jspecify.annotations.NullMarked;
