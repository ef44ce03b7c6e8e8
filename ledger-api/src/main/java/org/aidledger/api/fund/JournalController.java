package org.aidledger.api.fund;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Columns;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.Tabular;
import org.aidledger.api.payee.PayeeNames;
import org.aidledger.api.payee.PayeeNames.Shown;
import org.aidledger.event.AsOf;
import org.aidledger.event.PostingId;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Book;
import org.aidledger.posting.Movement;
import org.aidledger.projections.Page;
import org.aidledger.projections.balance.AccountBalance;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.journal.JournalFilter;
import org.aidledger.projections.journal.JournalLine;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.aidledger.projections.trail.TrailFilter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the books line by line, in balances, and who wrote them. */
@RestController
@Needs(Right.JOURNAL)
class JournalController {

    private static final String JSON = "application/json";
    private static final String CSV = "text/csv";

    private final Journal journal;
    private final Trail trail;
    private final Balances balances;
    private final FundReading reading;
    private final PayeeNames names;

    JournalController(
            Journal journal,
            Trail trail,
            Balances balances,
            FundReading reading,
            PayeeNames names) {
        this.journal = journal;
        this.trail = trail;
        this.balances = balances;
        this.reading = reading;
        this.names = names;
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/journal",
            produces = {JSON, CSV})
    Listing<Head, JournalLine> journal(
            @PathVariable FundId fund,
            AsOf asOf,
            @RequestParam Optional<ProjectId> project,
            @RequestParam Optional<Account> account,
            @RequestParam Optional<Movement> movement,
            Paging paging) {
        JournalFilter filter = new JournalFilter(project, account, movement);
        return Listing.ofPages(
                reading.head(fund, asOf),
                paging,
                after -> named(journal.lines(fund, asOf, filter, after, paging.limit())),
                Columns.of(JournalLine.class));
    }

    @Needs(Right.TRAIL)
    @GetMapping(
            path = "/api/v1/funds/{fund}/trail",
            produces = {JSON, CSV})
    Listing<Head, TrailView> trail(
            @PathVariable FundId fund,
            AsOf asOf,
            @RequestParam Optional<ProjectId> project,
            @RequestParam Optional<String> type,
            @RequestParam Optional<String> actor,
            @RequestParam Optional<PostingId> posting,
            Paging paging) {
        TrailFilter filter = new TrailFilter(project, type, actor, posting);
        return Listing.ofPages(
                reading.head(fund, asOf),
                paging,
                after -> {
                    Page<TrailEntry> page = trail.of(fund, asOf, filter, after, paging.limit());
                    Shown shown = names.in(page.items().stream().flatMap(TrailView::texts));
                    return page.map(entry -> TrailView.of(entry, shown));
                },
                Columns.of(TrailView.class));
    }

    private Page<JournalLine> named(Page<JournalLine> page) {
        Shown shown = names.in(page.items().stream().map(JournalLine::description));
        return page.map(line -> line.described(shown.text(line.description())));
    }

    /**
     * An account's line of the trial balance.
     *
     * @param lines how many lines of the journal it sums
     */
    record Balance(Account account, Book book, Money balance, long lines) {}

    /**
     * The trial balance.
     *
     * @param sums of each book, which are zero
     */
    record TrialBalance(@JsonUnwrapped Head head, List<Balance> accounts, Map<Book, Money> sums)
            implements Tabular {

        @Override
        public List<String> columns() {
            return Stream.of(Columns.of(Head.class).names(), Columns.of(Balance.class).names())
                    .flatMap(List::stream)
                    .toList();
        }

        @Override
        public Stream<List<?>> rows() {
            List<?> beginning = Columns.of(Head.class).row().apply(head);
            return accounts.stream()
                    .map(a ->
                            Stream.of(beginning, Columns.of(Balance.class).row().apply(a))
                                    .<Object>flatMap(List::stream)
                                    .toList());
        }
    }

    @GetMapping(
            path = "/api/v1/funds/{fund}/trial-balance",
            produces = {JSON, CSV})
    TrialBalance trialBalance(@PathVariable FundId fund, AsOf asOf) {
        Head head = reading.head(fund, asOf);
        List<AccountBalance> accounts = balances.trialBalance(fund, asOf);
        Map<Book, Money> sums = new EnumMap<>(Book.class);
        accounts.forEach(a -> sums.merge(a.account().book(), a.balance(), Money::plus));
        return new TrialBalance(
                head,
                accounts.stream()
                        .map(a ->
                                new Balance(
                                        a.account(), a.account().book(), a.balance(), a.lines()))
                        .toList(),
                sums);
    }
}
