/**
 * The transparency log without its storage: what of an event is hashed, the Merkle tree of RFC 6962
 * over all events in order of position, proofs of inclusion and consistency, and checkpoints signed
 * as C2SP's {@code signed-note}, {@code tlog-checkpoint} and {@code tlog-cosignature} say.
 *
 * <p>Read in this order: {@link org.aidledger.proof.Leaf} (what is hashed), {@link
 * org.aidledger.proof.Tree} (how), {@link org.aidledger.proof.Inclusion} and {@link
 * org.aidledger.proof.Consistency} (what follows), {@link org.aidledger.proof.Checkpoint} (what is
 * signed), {@link org.aidledger.proof.TransparencyLog} (what a store offers).
 *
 * <p>Owns: a proof that checks is right. Whoever checks needs the events, the proof and a key that
 * came another way; neither a server nor a database.
 */
@NullMarked
package org.aidledger.proof;

import org.jspecify.annotations.NullMarked;
