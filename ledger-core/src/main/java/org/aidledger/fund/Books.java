package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.PostingId;
import org.aidledger.fund.RuleBroken.CeilingExceeded;
import org.aidledger.fund.Timeline.Span;
import org.aidledger.memory.Archive;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Transfer;

/**
 * Both books of one fund over all effective dates, and the postings that made them.
 *
 * <p>Every ceiling is kept as the timeline of what is left under it, so that one look at its least
 * value from a date on tells whether a posting of that date would break it on any day.
 */
final class Books {

    /** A posting, as far as later ones refer to it. */
    record Posted(
            PostingId id,
            String type,
            LocalDate effective,
            List<Transfer> transfers,
            boolean reversal) {}

    private final Denomination denomination;
    private final Map<Account, Timeline> balances = new HashMap<>();
    private final Map<ProjectId, Timeline> unspent = new HashMap<>();
    private final Archive postings = new Archive();
    private final Map<PostingId, PostingId> reversedBy = new HashMap<>();

    Books(Denomination denomination) {
        this.denomination = denomination;
    }

    void post(Posted posting) {
        postings.add(posting.id().value(), PostedMemory.write(posting));
        for (Transfer transfer : posting.transfers()) {
            change(transfer.from(), posting.effective(), -transfer.amount().minorUnits());
            change(transfer.to(), posting.effective(), transfer.amount().minorUnits());
        }
    }

    private void change(Account account, LocalDate date, long change) {
        balances.computeIfAbsent(account, _ -> new Timeline()).add(date, change);
        account.project()
                .ifPresent(project ->
                        unspent.computeIfAbsent(project, _ -> new Timeline())
                                .add(date, unspentChange(account, change)));
    }

    /** Unspent is allocated less disbursed, that is, less what is held and what is paid. */
    private static long unspentChange(Account account, long change) {
        return account.kind() == Kind.ALLOCATED ? change : -change;
    }

    void markReversed(PostingId posting, PostingId by) {
        reversedBy.put(posting, by);
    }

    Optional<Posted> posting(PostingId id) {
        return postings.find(id.value()).map(in -> PostedMemory.read(id, in));
    }

    Optional<PostingId> reversalOf(PostingId id) {
        return Optional.ofNullable(reversedBy.get(id));
    }

    Money balance(Account account, LocalDate date) {
        return money(timeline(account).at(date));
    }

    Timeline timeline(Account account) {
        return balances.getOrDefault(account, new Timeline());
    }

    /** Allocated and not disbursed on a date and on every later one. */
    Money unspentFrom(ProjectId project, LocalDate date) {
        return money(Math.max(0, unspentOf(project).leastFrom(date)));
    }

    /** Allocated and not disbursed, over time. */
    Timeline unspentOf(ProjectId project) {
        return unspent.getOrDefault(project, new Timeline());
    }

    /**
     * Ceilings that the transfers would break on their date or any later one on which they are
     * watched, in fixed order.
     */
    List<RuleBroken> broken(
            FundId fund, List<Transfer> transfers, LocalDate date, Governance governance) {
        Map<ProjectId, Long> unspentChanges = new LinkedHashMap<>();
        Map<Account, Long> changes = new LinkedHashMap<>();
        for (Transfer transfer : transfers) {
            collect(transfer.from(), -transfer.amount().minorUnits(), changes, unspentChanges);
            collect(transfer.to(), transfer.amount().minorUnits(), changes, unspentChanges);
        }
        List<RuleBroken> broken = new ArrayList<>();
        unspentChanges.forEach((project, change) ->
                below(
                                Ceiling.ALLOCATION,
                                project.value(),
                                unspentOf(project),
                                change,
                                governance.watched(Ceiling.ALLOCATION, date))
                        .ifPresent(broken::add));
        changes.forEach((account, change) ->
                ceilingOf(account.kind())
                        .flatMap(ceiling ->
                                below(
                                        ceiling,
                                        account.project()
                                                .map(ProjectId::value)
                                                .orElse(fund.value()),
                                        timeline(account),
                                        change,
                                        governance.watched(ceiling, date)))
                        .ifPresent(broken::add));
        return broken;
    }

    private static void collect(
            Account account,
            long change,
            Map<Account, Long> changes,
            Map<ProjectId, Long> unspentChanges) {
        changes.merge(account, change, Math::addExact);
        account.project()
                .ifPresent(p ->
                        unspentChanges.merge(p, unspentChange(account, change), Math::addExact));
    }

    private static Optional<Ceiling> ceilingOf(Kind kind) {
        return switch (kind) {
            case AUTHORISED -> Optional.of(Ceiling.AUTHORITY);
            case POOL -> Optional.of(Ceiling.CASH);
            case HELD -> Optional.of(Ceiling.DISBURSEMENT);
            case PAID -> Optional.of(Ceiling.PAYMENT);
            case GRANT, DONOR, ALLOCATED -> Optional.empty();
        };
    }

    private Optional<RuleBroken> below(
            Ceiling ceiling, String subject, Timeline left, long change, List<Span> watched) {
        if (change >= 0) {
            return Optional.empty();
        }
        return watched.stream()
                .flatMap(days -> left.firstBelow(days, -change).stream())
                .findFirst()
                .map(day ->
                        new CeilingExceeded(
                                ceiling, subject, money(-change), least(left, watched), day));
    }

    private Money least(Timeline left, List<Span> watched) {
        return money(Math.max(0, watched.stream().mapToLong(left::least).min().orElse(0)));
    }

    void write(MemoryWriter out) {
        MoneyMemory.write(out, denomination);
        out.map(balances, account -> out.text(account.toString()), line -> line.write(out));
        out.map(unspent, project -> out.text(project.value()), line -> line.write(out));
        postings.write(out);
        out.map(reversedBy, id -> out.text(id.value()), id -> out.text(id.value()));
    }

    static Books from(MemoryReader in) {
        Books books = new Books(MoneyMemory.denomination(in));
        in.map(books.balances, () -> Account.parse(in.text()), () -> Timeline.from(in));
        in.map(books.unspent, () -> new ProjectId(in.text()), () -> Timeline.from(in));
        books.postings.read(in);
        in.map(books.reversedBy, () -> new PostingId(in.text()), () -> new PostingId(in.text()));
        return books;
    }

    Denomination denomination() {
        return denomination;
    }

    Money money(long minorUnits) {
        return new Money(minorUnits, denomination);
    }
}
