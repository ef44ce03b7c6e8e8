/**
 * Breaks a running ledger on purpose, in an order that a printed seed decides, and checks after
 * every fault what it did: nothing acknowledged is lost, nothing is there twice or by half, the
 * books balance, and no proof contradicts another. Read {@link org.aidledger.faults.Stage} first.
 */
@NullMarked
package org.aidledger.faults;

import org.jspecify.annotations.NullMarked;
