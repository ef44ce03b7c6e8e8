/**
 * What an aggregate remembers, as bytes: for snapshots, and for what is too much to be kept as
 * objects.
 *
 * <p>Owns: what is written is read back equal. The bytes are understood by nobody but the very code
 * that wrote them, and are never the only place where something stands; so a form need not outlive
 * a release.
 */
@NullMarked
package org.aidledger.memory;

import org.jspecify.annotations.NullMarked;
