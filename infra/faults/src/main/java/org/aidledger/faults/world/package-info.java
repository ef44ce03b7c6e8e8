/**
 * What the harness breaks and mends: the server's process, its database's processes, the wires
 * between them, the disk and the clock. Nothing here knows what a ledger is for.
 */
@NullMarked
package org.aidledger.faults.world;

import org.jspecify.annotations.NullMarked;
