package org.aidledger.api.export;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;

/**
 * The language of a plain-text accounting tool, as pure functions from what is written to its text.
 * Every text ends in an empty line.
 */
sealed interface PlainText permits HledgerText, BeancountText {

    /** What comes first in a file. */
    String heading(Collection<Denomination> denominations);

    /** What comes before a fund's transactions. */
    String fund(Heading fund);

    /** Declares an account on the day of its first use. */
    String account(Heading fund, Account account, LocalDate firstUse);

    String transaction(Heading fund, Transaction transaction);

    /** Has the tool check that each account stands at its amount when the day begins. */
    String assertions(Heading fund, LocalDate day, Map<Account, Money> balances);

    /** What comes after a fund's transactions. */
    String endOfFund(Heading fund);

    /** The finest scale in which each currency is counted. */
    static Map<String, Integer> scales(Collection<Denomination> denominations) {
        return denominations.stream()
                .collect(
                        Collectors.toMap(
                                Denomination::currency,
                                Denomination::scale,
                                Math::max,
                                TreeMap::new));
    }
}
