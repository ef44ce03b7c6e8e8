package org.aidledger.api.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;

/** Writes one fund after the other in a tool's language; declares each account before its use. */
final class PlainTextExport {

    private final PlainText language;
    private final Appendable out;

    PlainTextExport(PlainText language, Appendable out) {
        this.language = language;
        this.out = out;
    }

    /**
     * Writes a fund.
     *
     * @param transactions by business date
     * @param balances what each account stands at after the last of them, for the tool to check
     */
    void fund(Heading heading, List<Transaction> transactions, Map<Account, Money> balances)
            throws IOException {
        out.append(language.fund(heading));
        Set<Account> declared = new HashSet<>();
        for (Transaction transaction : transactions) {
            for (Entry entry : transaction.entries()) {
                if (declared.add(entry.account())) {
                    out.append(language.account(heading, entry.account(), transaction.effective()));
                }
            }
            out.append(language.transaction(heading, transaction));
        }
        if (!transactions.isEmpty()) {
            LocalDate dayAfter = transactions.getLast().effective().plusDays(1);
            out.append(language.assertions(heading, dayAfter, balances));
        }
        out.append(language.endOfFund(heading));
    }
}
