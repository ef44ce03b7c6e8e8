/**
 * Exports: the log and the journal in forms that other tools read. Owns the promise that the
 * plain-text accounting files load in the real tools as they are, and carry balance assertions, so
 * that those tools check our balances by themselves.
 */
@NullMarked
package org.aidledger.api.export;

import org.jspecify.annotations.NullMarked;
