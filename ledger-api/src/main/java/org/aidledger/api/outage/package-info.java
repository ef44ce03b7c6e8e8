/**
 * Which failures pass by themselves, so that the same request may be sent again, and what a request
 * is answered that meets one before it reaches the ledger.
 */
@NullMarked
package org.aidledger.api.outage;

import org.jspecify.annotations.NullMarked;
