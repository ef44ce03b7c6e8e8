package org.aidledger.api.export;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;

/**
 * Beancount's language. Its five roots are kept apart by meaning: money is held in {@code Assets},
 * comes from {@code Income} and ends in {@code Expenses}; authority to spend is not money and
 * stands in {@code Equity}, so that a balance sheet made of the file counts nothing twice.
 */
record BeancountText() implements PlainText {

    private static final Pattern ESCAPE = Pattern.compile("--([0-9A-F]+)-");

    @Override
    public String heading(Collection<Denomination> denominations) {
        return "option \"title\" \"Aid Ledger\"\n"
                + PlainText.scales(denominations).keySet().stream()
                        .map("option \"operating_currency\" \"%s\"\n"::formatted)
                        .collect(joining())
                + "\n";
    }

    @Override
    public String fund(Heading fund) {
        return "; fund: %s\n; name: %s\n\n".formatted(fund.fund(), fund.name());
    }

    @Override
    public String account(Heading fund, Account account, LocalDate firstUse) {
        return "%s open %s %s\n%s\n"
                .formatted(
                        firstUse,
                        name(fund, account),
                        fund.denomination().currency(),
                        account.project()
                                .map(p ->
                                        "  project: %s\n  name: %s\n"
                                                .formatted(
                                                        quoted(p.value()), quoted(fund.nameOf(p))))
                                .orElse(""));
    }

    @Override
    public String transaction(Heading fund, Transaction transaction) {
        return """
        %s * %s
          posting: %s
          event: %s
          recorded: %s
        %s
        """
                .formatted(
                        transaction.effective(),
                        quoted(transaction.description()),
                        quoted(transaction.postingId()),
                        quoted(transaction.eventId()),
                        quoted(transaction.recorded().toString()),
                        transaction.entries().stream().map(e -> line(fund, e)).collect(joining()));
    }

    private static String line(Heading fund, Entry entry) {
        return "  %s  %s\n".formatted(name(fund, entry.account()), entry.amount());
    }

    /** Without a stated tolerance Beancount would let a difference of one cent pass. */
    @Override
    public String assertions(Heading fund, LocalDate day, Map<Account, Money> balances) {
        return balances.entrySet().stream()
                .map(e ->
                        "%s balance %s  %s ~ 0 %s\n"
                                .formatted(
                                        day,
                                        name(fund, e.getKey()),
                                        e.getValue().decimal(),
                                        e.getValue().currency()))
                .collect(joining("", "", "\n"));
    }

    @Override
    public String endOfFund(Heading fund) {
        return "";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The account's name: root, fund where there are several, book, kind, project. */
    static String name(Heading fund, Account account) {
        String root =
                switch (account.kind()) {
                    case GRANT, AUTHORISED, ALLOCATED -> "Equity";
                    case DONOR -> "Income";
                    case POOL, HELD -> "Assets";
                    case PAID -> "Expenses";
                };
        return root
                + (fund.alone() ? "" : ":" + component(fund.fund().value()))
                + ":"
                + HledgerText.capitalised(account.book().name())
                + ":"
                + HledgerText.capitalised(account.kind().name())
                + account.project().map(p -> ":" + component(p.value())).orElse("");
    }

    /**
     * An id as part of an account name, which must begin with a capital or digit and go on with
     * letters, digits and dashes. ASCII letters, digits, Chinese characters and single dashes stand
     * for themselves, everything else is written {@code --HEX-}; a first character that may not
     * stand there gets {@code P--0-} before it.
     */
    static String component(String id) {
        int[] points = id.codePoints().toArray();
        StringBuilder name = new StringBuilder(mayBegin(points[0]) ? "" : "P--0-");
        for (int i = 0; i < points.length; i++) {
            boolean single =
                    i > 0 && plain(points[i - 1]) && i + 1 < points.length && plain(points[i + 1]);
            if (plain(points[i]) || (points[i] == '-' && single)) {
                name.appendCodePoint(points[i]);
            } else {
                name.append("--")
                        .append(Integer.toHexString(points[i]).toUpperCase(Locale.ROOT))
                        .append('-');
            }
        }
        return name.toString();
    }

    /** The id behind such a part. */
    static String decoded(String component) {
        String text = component.startsWith("P--0-") ? component.substring(5) : component;
        return ESCAPE.matcher(text)
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(m.group(1), 16))));
    }

    private static boolean mayBegin(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean plain(int c) {
        return mayBegin(c) || (c >= 'a' && c <= 'z') || (c >= 0x4E00 && c <= 0x9FFF);
    }
}
