package org.aidledger.projections.balance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.FundTally;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.tally.Tallies;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads balances of accounts. */
public final class Balances {

    private static final String DENOMINATION =
            """
            select currency, scale
            from read.fund
            where fund = :fund
            order by position
            limit 1
            """;

    private final Reads reads;
    private final Tallies tallies;

    public Balances(Reads reads, Tallies tallies) {
        this.reads = reads;
        this.tallies = tallies;
    }

    /**
     * Every account that has lines, in the order of its written form; each book sums to zero. Empty
     * if the fund has none, or is unknown.
     */
    public List<AccountBalance> trialBalance(FundId fund, AsOf asOf) {
        return reads.ask(jdbc -> {
            FundTally tally =
                    Objects.requireNonNull(
                            tallies.of(jdbc, List.of(fund), asOf)
                                    .getOrDefault(fund, FundTally.none()));
            return denomination(jdbc, fund).stream()
                    .flatMap(d -> balances(tally, d))
                    .sorted(Comparator.comparing(AccountBalance::account))
                    .toList();
        });
    }

    private static Stream<AccountBalance> balances(FundTally tally, Denomination denomination) {
        return Stream.of(Subject.Kind.FUND, Subject.Kind.PROJECT)
                .flatMap(kind -> tally.subjects(kind).boxed())
                .flatMap(n ->
                        Arrays.stream(Account.Kind.values())
                                .flatMap(kind -> balance(tally, n, kind, denomination).stream()));
    }

    /** What one account stands at; empty if it has no lines at that point in time. */
    public Optional<Money> balance(FundId fund, Account account, AsOf asOf) {
        return reads.ask(jdbc ->
                        tallies.of(jdbc, fund, subject(account), asOf)
                                .flatMap(tally ->
                                        denomination(jdbc, fund)
                                                .flatMap(
                                                        d -> balance(tally, 0, account.kind(), d))))
                .map(AccountBalance::balance);
    }

    private static Subject subject(Account account) {
        return account.project().map(Subject::of).orElse(Subject.FUND);
    }

    private static Optional<AccountBalance> balance(
            FundTally tally, int subject, Account.Kind kind, Denomination denomination) {
        Collection<Measure> measures = Measure.of(kind);
        long lines = measures.stream().mapToLong(m -> tally.count(subject, m)).sum();
        if (lines == 0) {
            return Optional.empty();
        }
        long sum =
                measures.stream().mapToLong(m -> tally.sum(subject, m)).reduce(0, Math::addExact);
        String name = tally.subject(subject).name();
        Account account = name.isEmpty() ? Account.of(kind) : Account.of(kind, new ProjectId(name));
        return Optional.of(new AccountBalance(account, new Money(sum, denomination), lines));
    }

    /** All lines of a fund are in its own denomination. */
    private static Optional<Denomination> denomination(JdbcClient jdbc, FundId fund) {
        return jdbc.sql(DENOMINATION)
                .param("fund", fund.value())
                .query((row, _) -> new Denomination(row.getString("currency"), row.getInt("scale")))
                .optional();
    }
}
