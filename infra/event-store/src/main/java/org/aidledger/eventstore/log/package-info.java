/**
 * The transparency log in PostgreSQL. One thread on each node follows the events right behind the
 * durable head, hashes them, writes each tile of the tree when it is full, and signs a checkpoint
 * when one is due. Several nodes do the same work and find the same hashes; none leads.
 *
 * <p>What a restart has to do again are the events after the last full tile of leaves, 255 at most.
 *
 * <p>Owns: no two checkpoints contradict each other. Before it signs, a node compares its tree with
 * the latest checkpoint that anybody stored; where they differ, or where another node wrote another
 * tile, it stops signing, says so in its health and goes on with nothing until somebody has looked.
 */
@NullMarked
package org.aidledger.eventstore.log;

import org.jspecify.annotations.NullMarked;
