/**
 * A ledger moved from one store to another. Events travel as the bytes they are, under the same
 * positions and instants, batch by batch, each batch one durable commit at the target, so that
 * whoever is cut off goes on where he was. What has no position (checkpoints, payees, accounts) is
 * taken along at the end, in one go.
 *
 * <p>Owns: a target is opened as a ledger only after both ends were read again, event by event, and
 * gave the same root of the transparency log; until then it bears a mark that no node passes.
 */
@NullMarked
package org.aidledger.migration;

import org.jspecify.annotations.NullMarked;
