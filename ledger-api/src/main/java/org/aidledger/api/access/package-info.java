/**
 * Who is asking, and whether they may. {@link org.aidledger.api.access.CurrentCaller} carries the
 * caller along with a request; {@link org.aidledger.api.access.CommandGuard} stands before every
 * command, {@link org.aidledger.api.access.LedgerGuard} before every answer of the read side. Owns:
 * where nobody is known to be calling, nothing is answered; every command and question, whichever
 * way it came, is checked by the same lines; and what auditors and regulators ask is kept.
 */
@NullMarked
package org.aidledger.api.access;

import org.jspecify.annotations.NullMarked;
