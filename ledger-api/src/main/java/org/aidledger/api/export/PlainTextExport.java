package org.aidledger.api.export;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
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

    void write(FundBook book) throws IOException {
        Heading fund = book.heading();
        out.append(language.fund(fund));
        Set<Account> declared = new HashSet<>();
        for (Transaction transaction : book.transactions()) {
            for (Entry entry : transaction.entries()) {
                if (declared.add(entry.account())) {
                    out.append(language.account(fund, entry.account(), transaction.effective()));
                }
            }
            out.append(language.transaction(fund, transaction));
        }
        if (!book.transactions().isEmpty()) {
            LocalDate dayAfter = book.transactions().getLast().effective().plusDays(1);
            out.append(language.assertions(fund, dayAfter, book.balances()));
        }
        out.append(language.endOfFund(fund));
    }
}
