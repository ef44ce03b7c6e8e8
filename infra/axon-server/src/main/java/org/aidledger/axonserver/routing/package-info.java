/**
 * The way of commands through Axon Server: each goes to the node that has its fund, because all
 * commands of one fund bear the same routing key, and the answer comes back as if it had been given
 * here.
 *
 * <p>Owns: what a command is answered does not depend on the node that decided it, refusals with
 * all their values included.
 */
@NullMarked
package org.aidledger.axonserver.routing;

import org.jspecify.annotations.NullMarked;
