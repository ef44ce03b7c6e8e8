/**
 * The one streaming processor of the read side. It hands every event to every projection and stores
 * what they add in the transaction that moves its token: each event is in the tables exactly once.
 */
@NullMarked
package org.aidledger.projections.processor;

import org.jspecify.annotations.NullMarked;
