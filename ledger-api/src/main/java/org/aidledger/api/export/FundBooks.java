package org.aidledger.api.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Entry;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.journal.JournalFilter;
import org.aidledger.projections.journal.JournalLine;

/** Reads funds' journals for exports. */
final class FundBooks {

    private static final int LINES_AT_ONCE = 2000;

    private final Budgets budgets;
    private final Journal journal;
    private final Balances balances;

    FundBooks(Budgets budgets, Journal journal, Balances balances) {
        this.budgets = budgets;
        this.journal = journal;
        this.balances = balances;
    }

    /** The fund asked for, or all that are known by then; none if there is no such fund. */
    List<FundFigures> funds(Optional<FundId> fund, AsOf asOf) {
        return fund.map(f -> budgets.of(f, asOf).stream().toList())
                .orElseGet(() -> budgets.all(asOf));
    }

    /** Every line of a fund, in the order in which the ledger learned of them. */
    Iterable<JournalLine> lines(FundId fund, AsOf asOf) {
        return () ->
                Stream.iterate(
                                Optional.of(page(fund, asOf, Cursor.START)),
                                Optional::isPresent,
                                page ->
                                        page.flatMap(Page::next)
                                                .map(Cursor::parse)
                                                .map(next -> page(fund, asOf, next)))
                        .flatMap(page -> page.orElseThrow().items().stream())
                        .iterator();
    }

    private Page<JournalLine> page(FundId fund, AsOf asOf, Cursor after) {
        return journal.lines(fund, asOf, JournalFilter.ALL, after, LINES_AT_ONCE);
    }

    /** A fund's book. */
    FundBook book(FundFigures fund, boolean alone, AsOf asOf) {
        Map<Long, List<JournalLine>> postings = new LinkedHashMap<>();
        for (JournalLine line : lines(fund.fund(), asOf)) {
            postings.computeIfAbsent(line.position(), _ -> new ArrayList<>()).add(line);
        }
        List<Transaction> transactions =
                postings.values().stream()
                        .map(FundBooks::transaction)
                        .sorted(Comparator.comparing(Transaction::effective))
                        .toList();
        return new FundBook(heading(fund, alone), transactions, balances(fund, asOf, transactions));
    }

    /**
     * The balances as known when the last of the lines was: a posting that arrived since they were
     * read is in neither.
     */
    private Map<Account, Money> balances(
            FundFigures fund, AsOf asOf, List<Transaction> transactions) {
        Instant known =
                transactions.stream()
                        .map(Transaction::recorded)
                        .max(Comparator.naturalOrder())
                        .orElse(asOf.known());
        Map<Account, Money> standing = new TreeMap<>();
        balances.trialBalance(fund.fund(), new AsOf(asOf.effective(), known))
                .forEach(b -> standing.put(b.account(), b.balance()));
        return standing;
    }

    private static Transaction transaction(List<JournalLine> lines) {
        JournalLine first = lines.getFirst();
        return new Transaction(
                first.effective(),
                first.recorded(),
                first.postingId(),
                first.eventId(),
                first.note().isEmpty()
                        ? first.description()
                        : first.description() + ": " + first.note(),
                lines.stream().map(l -> new Entry(l.movement(), l.account(), l.amount())).toList());
    }

    private static Heading heading(FundFigures fund, boolean alone) {
        return new Heading(
                fund.fund(),
                fund.name(),
                fund.denomination(),
                alone,
                fund.projects().stream()
                        .collect(Collectors.toMap(ProjectFigures::id, p -> p.profile().name())));
    }
}
