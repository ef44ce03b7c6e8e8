/**
 * Clients and what they ask for. What a client asks for, in which order, follows from the seed and
 * its number alone; when it asks follows from the ledger.
 */
@NullMarked
package org.aidledger.faults.load;

import org.jspecify.annotations.NullMarked;
