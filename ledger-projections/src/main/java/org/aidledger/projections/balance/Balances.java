package org.aidledger.projections.balance;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.FundTally;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Subject;
import org.aidledger.projections.tally.Tallies;

/** Reads balances of accounts. */
public final class Balances {

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
        return reads
                .ask(
                        Question.of(Right.JOURNAL, fund, asOf),
                        jdbc -> tallies.of(jdbc, List.of(fund), asOf))
                .values()
                .stream()
                .flatMap(Balances::balances)
                .sorted(Comparator.comparing(AccountBalance::account))
                .toList();
    }

    private static Stream<AccountBalance> balances(FundTally tally) {
        return Stream.of(Subject.Kind.FUND, Subject.Kind.PROJECT)
                .flatMap(kind -> tally.subjects(kind).boxed())
                .flatMap(n ->
                        Arrays.stream(Account.Kind.values())
                                .flatMap(kind -> balance(tally, n, kind).stream()));
    }

    /** What one account stands at; empty if it has no lines at that point in time. */
    public Optional<Money> balance(FundId fund, Account account, AsOf asOf) {
        return reads.ask(
                        Question.of(Right.JOURNAL, fund, asOf),
                        jdbc -> tallies.of(jdbc, fund, subject(account), asOf))
                .flatMap(tally -> balance(tally, 0, account.kind()))
                .map(AccountBalance::balance);
    }

    private static Subject subject(Account account) {
        return account.project().map(Subject::of).orElse(Subject.FUND);
    }

    private static Optional<AccountBalance> balance(
            FundTally tally, int subject, Account.Kind kind) {
        Collection<Measure> measures = Measure.of(kind);
        long lines = measures.stream().mapToLong(m -> tally.count(subject, m)).sum();
        if (lines == 0) {
            return Optional.empty();
        }
        long sum =
                measures.stream().mapToLong(m -> tally.sum(subject, m)).reduce(0, Math::addExact);
        String name = tally.subject(subject).name();
        Account account = name.isEmpty() ? Account.of(kind) : Account.of(kind, new ProjectId(name));
        return Optional.of(
                new AccountBalance(account, new Money(sum, tally.denomination()), lines));
    }
}
