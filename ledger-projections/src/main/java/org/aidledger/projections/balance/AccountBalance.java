package org.aidledger.projections.balance;

import org.aidledger.money.Money;
import org.aidledger.posting.Account;

/**
 * What an account stands at.
 *
 * @param balance sum of its lines; sources stand at or below zero
 * @param lines how many lines
 */
public record AccountBalance(Account account, Money balance, long lines) {}
