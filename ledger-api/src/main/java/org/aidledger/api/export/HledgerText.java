package org.aidledger.api.export;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;

/**
 * hledger's journal format. Accounts read {@code Cash:Held:PROJECT}; in a file of several funds
 * each fund's accounts stand below its id.
 */
record HledgerText() implements PlainText {

    @Override
    public String heading(Collection<Denomination> denominations) {
        return "; Aid Ledger\ndecimal-mark .\n"
                + PlainText.scales(denominations).entrySet().stream()
                        .map(e -> "commodity " + sample(e.getValue()) + " " + e.getKey() + "\n")
                        .collect(joining())
                + "\n";
    }

    /** A format always shows its decimal mark, also where there are no decimals. */
    private static String sample(int scale) {
        return "1000." + "0".repeat(scale);
    }

    @Override
    public String fund(Heading fund) {
        return "; fund: %s\n; name: %s\n%s\n"
                .formatted(
                        fund.fund(),
                        fund.name(),
                        fund.alone() ? "" : "apply account " + fund.fund() + "\n");
    }

    @Override
    public String account(Heading fund, Account account, LocalDate firstUse) {
        return "account %s  ; type:%s\n%s\n"
                .formatted(
                        name(account),
                        type(account.kind()),
                        account.project()
                                .map(p -> "    ; " + untagged(fund.nameOf(p)) + "\n")
                                .orElse(""));
    }

    /** A colon would make a tag, and hledger gives some tags a meaning. */
    private static String untagged(String text) {
        return text.replace(':', '：');
    }

    /** hledger's letters: asset, equity, revenue, expense. Authority to spend is not an asset. */
    private static String type(Account.Kind kind) {
        return switch (kind) {
            case GRANT, AUTHORISED, ALLOCATED -> "E";
            case DONOR -> "R";
            case POOL, HELD -> "A";
            case PAID -> "X";
        };
    }

    @Override
    public String transaction(Heading fund, Transaction transaction) {
        return """
        %s * %s
            ; posting: %s
            ; event: %s
            ; recorded: %s
        %s
        """
                .formatted(
                        transaction.effective(),
                        description(transaction.description()),
                        transaction.postingId(),
                        transaction.eventId(),
                        transaction.recorded(),
                        transaction.entries().stream().map(HledgerText::line).collect(joining()));
    }

    /** A semicolon would begin a comment. */
    private static String description(String text) {
        return text.replace(';', '；');
    }

    private static String line(Entry entry) {
        return "    %s  %s\n".formatted(name(entry.account()), entry.amount());
    }

    @Override
    public String assertions(Heading fund, LocalDate day, Map<Account, Money> balances) {
        if (balances.isEmpty()) {
            return "";
        }
        return "%s * Balances\n%s\n"
                .formatted(
                        day,
                        balances.entrySet().stream()
                                .map(e ->
                                        "    %s  %s = %s\n"
                                                .formatted(
                                                        name(e.getKey()),
                                                        e.getValue().denomination().zero(),
                                                        e.getValue()))
                                .collect(joining()));
    }

    @Override
    public String endOfFund(Heading fund) {
        return fund.alone() ? "" : "end apply account\n\n";
    }

    /** The account's name within its fund. */
    static String name(Account account) {
        String book = capitalised(account.book().name());
        String kind = capitalised(account.kind().name());
        return book + ":" + kind + account.project().map(p -> ":" + encoded(p.value())).orElse("");
    }

    /** hledger takes every character but the colon, which would make a sub-account. */
    static String encoded(String project) {
        return project.replace("%", "%25").replace(":", "%3A");
    }

    static String decoded(String name) {
        return name.replace("%3A", ":").replace("%25", "%");
    }

    static String capitalised(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
