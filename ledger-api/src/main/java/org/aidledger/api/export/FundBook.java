package org.aidledger.api.export;

import java.util.List;
import java.util.Map;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;

/**
 * All that a plain-text file says about one fund.
 *
 * @param transactions by business date
 * @param balances what each account stands at after the last of them, as the read side has it
 */
record FundBook(Heading heading, List<Transaction> transactions, Map<Account, Money> balances) {}
