/**
 * Payees' personal data: who was finally paid. A {@link org.aidledger.payee.Payee} comes into the
 * ledger as a name; before any event is made of it, a {@link org.aidledger.payee.Pseudonym} takes
 * the name's place, and {@link org.aidledger.payee.Payees} alone knows which name it stands for. So
 * events, figures, proofs and exports never hold a name, and stay what they are when it is erased.
 *
 * <p>Owns: an erasure is an event, done once, and for a reason.
 */
@NullMarked
package org.aidledger.payee;

import org.jspecify.annotations.NullMarked;
