/**
 * What a fund remembers, kept beside its events so that it need not be folded from all of them
 * again. A snapshot is made in the background from stored events alone, never from what a command
 * holds in memory, and read only by the very code that wrote it, about the very events that stand
 * in the stream; any other is passed over.
 *
 * <p>Owns: a fund read with the help of a snapshot is the fund that its events make.
 */
@NullMarked
package org.aidledger.eventstore.snapshot;

import org.jspecify.annotations.NullMarked;
