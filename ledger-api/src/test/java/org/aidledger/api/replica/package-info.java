/** A ledger whose questions are answered by a standby of its database, which comes and goes. */
@NullMarked
package org.aidledger.api.replica;

import org.jspecify.annotations.NullMarked;
