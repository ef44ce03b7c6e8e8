/**
 * Exact money. An amount is a whole number of minor units of one {@link
 * org.aidledger.money.Denomination}; it never passes through a binary float, never mixes currencies
 * and never overflows silently.
 */
@NullMarked
package org.aidledger.money;

import org.jspecify.annotations.NullMarked;
