/**
 * Names of payees, sealed, and the only place where they stand. Each name is encrypted
 * (AES-256-GCM) under a key of its own, and that key under a master key which is not in the
 * database; the pseudonym that stands in events is a commitment to the name under the same key.
 * Whoever erases a payee removes key and name; the pseudonym then means nothing to anybody.
 *
 * <p>Owns: no name of a payee reaches an event, a read table or a snapshot, and none that was
 * erased can be read from this database.
 */
@NullMarked
package org.aidledger.eventstore.payee;

import org.jspecify.annotations.NullMarked;
