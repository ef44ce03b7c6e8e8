/**
 * Snapshots over HTTP: freezing, signing, withdrawing, their data byte for byte, verification, and
 * comparison of two of them.
 *
 * <p>Owns: the figures of a snapshot are made again from events whenever somebody looks, and told
 * to be others than the frozen ones where they are.
 */
@NullMarked
package org.aidledger.api.snapshot;

import org.jspecify.annotations.NullMarked;
