package org.aidledger.faults.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.faults.check.Flaw.Kind;
import tools.jackson.databind.JsonNode;

/**
 * The books of one fund, kept from its events alone, by the few rules that the harness's commands
 * need. Nothing here is shared with the ledger.
 */
final class Books {

    private record Transfer(String from, String to, BigDecimal amount) {

        Transfer mirrored() {
            return new Transfer(to, from, amount);
        }
    }

    private final String fund;
    private final Flaws flaws;
    private final Map<String, BigDecimal> balances = new TreeMap<>();
    private final Map<String, List<Transfer>> postings = new HashMap<>();
    private LocalDate closedThrough = LocalDate.MIN;

    Books(String fund, Flaws flaws) {
        this.fund = fund;
        this.flaws = flaws;
    }

    void take(StoredLine line) {
        switch (line.type()) {
            case "fund.period-closed" -> {
                LocalDate through = LocalDate.parse(line.text("/through"));
                closedThrough = through.isAfter(closedThrough) ? through : closedThrough;
            }
            case "fund.period-reopened" -> {
                LocalDate last = LocalDate.parse(line.text("/from")).minusDays(1);
                closedThrough = last.isBefore(closedThrough) ? last : closedThrough;
            }
            default -> post(line);
        }
    }

    private void post(StoredLine line) {
        List<Transfer> transfers = transfers(line);
        if (transfers.isEmpty()) {
            return;
        }
        LocalDate effective = LocalDate.parse(line.text("/voucher/effective"));
        if (!effective.isAfter(closedThrough)) {
            flaws.add(
                    Kind.INTO_CLOSED_PERIOD,
                    "position %d posts to %s in %s, which is closed through %s"
                            .formatted(line.position(), effective, fund, closedThrough));
        }
        postings.put(line.key().postingId(), transfers);
        transfers.forEach(transfer -> {
            balances.merge(transfer.from(), transfer.amount().negate(), BigDecimal::add);
            balances.merge(transfer.to(), transfer.amount(), BigDecimal::add);
        });
    }

    private List<Transfer> transfers(StoredLine line) {
        String held = "CASH:HELD:" + line.text("/project");
        String paid = "CASH:PAID:" + line.text("/project");
        String allocated = "BUDGET:ALLOCATED:" + line.text("/project");
        String pool = "CASH:POOL";
        return switch (line.type()) {
            case "fund.opened" ->
                    one("BUDGET:GRANT", "BUDGET:AUTHORISED", line.text("/authorised"));
            case "fund.funds-received" -> one("CASH:DONOR", pool, line.text("/amount"));
            case "fund.funds-returned" -> one(pool, "CASH:DONOR", line.text("/amount"));
            case "fund.funds-allocated" ->
                    one("BUDGET:AUTHORISED", allocated, line.text("/amount"));
            case "fund.funds-reclaimed" ->
                    one(allocated, "BUDGET:AUTHORISED", line.text("/amount"));
            case "fund.funds-disbursed" -> one(pool, held, line.text("/amount"));
            case "fund.funds-paid" -> one(held, paid, line.text("/amount"));
            case "fund.funds-paid-directly" ->
                    List.of(
                            new Transfer(pool, held, amount(line.text("/amount"))),
                            new Transfer(held, paid, amount(line.text("/amount"))));
            case "fund.posting-reversed" ->
                    postings.getOrDefault(line.text("/reverses"), List.of()).stream()
                            .map(Transfer::mirrored)
                            .toList();
            default -> List.of();
        };
    }

    private static List<Transfer> one(String from, String to, String written) {
        return List.of(new Transfer(from, to, amount(written)));
    }

    private static BigDecimal amount(String written) {
        return new BigDecimal(written.replaceFirst(" .*", ""));
    }

    /** What may never be below zero in the end: everything but the two sources. */
    void checkCeilings() {
        balances.forEach((account, balance) -> {
            boolean source = account.endsWith(":GRANT") || account.endsWith(":DONOR");
            if (!source && balance.signum() < 0) {
                flaws.add(Kind.OVERDRAWN, "%s of %s is at %s".formatted(account, fund, balance));
            }
        });
    }

    /**
     * Compares with accounts and balances that the ledger shows.
     *
     * @param source what it shows them in
     */
    void compare(String source, Map<String, BigDecimal> shown) {
        Map<String, BigDecimal> books = new TreeMap<>();
        shown.forEach((account, balance) ->
                books.merge(account.replaceFirst(":.*", ""), balance, BigDecimal::add));
        books.forEach((book, sum) -> {
            if (sum.signum() != 0) {
                flaws.add(
                        Kind.UNBALANCED,
                        "the %s of %s has %s too much in the %s book"
                                .formatted(source, fund, sum, book));
            }
        });
        Map<String, BigDecimal> all = new TreeMap<>(balances);
        shown.forEach((account, _) -> all.putIfAbsent(account, BigDecimal.ZERO));
        all.forEach((account, balance) -> {
            BigDecimal there = shown.getOrDefault(account, BigDecimal.ZERO);
            if (there.compareTo(balance) != 0) {
                flaws.add(
                        Kind.READ_SIDE_DIFFERS,
                        "the %s of %s has %s on %s, and by the events it is %s"
                                .formatted(source, fund, there, account, balance));
            }
        });
    }

    /** The accounts of a trial balance. */
    static Map<String, BigDecimal> ofTrialBalance(JsonNode trialBalance) {
        Map<String, BigDecimal> shown = new HashMap<>();
        trialBalance
                .at("/accounts")
                .forEach(account -> add(shown, account, "/account", "/balance"));
        return shown;
    }

    /** The sums of lines of a journal. */
    static Map<String, BigDecimal> ofJournal(Iterable<JsonNode> lines) {
        Map<String, BigDecimal> shown = new HashMap<>();
        lines.forEach(line -> add(shown, line, "/account", "/amount"));
        return shown;
    }

    private static void add(
            Map<String, BigDecimal> sums, JsonNode line, String account, String amount) {
        sums.merge(
                line.at(account).asString(),
                new BigDecimal(line.at(amount).asString()),
                BigDecimal::add);
    }
}
