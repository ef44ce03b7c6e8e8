package org.aidledger.posting;

import org.aidledger.money.Money;

/**
 * One line of the journal.
 *
 * @param movement why
 * @param account which account
 * @param amount by how much it rises; negative: falls
 */
public record Entry(Movement movement, Account account, Money amount) {}
