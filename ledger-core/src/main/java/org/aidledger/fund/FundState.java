package org.aidledger.fund;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.event.Decider;
import org.aidledger.event.PostingId;
import org.aidledger.event.Requests;
import org.aidledger.event.StoredAs;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.MoneyEvent.PostingReversed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.RequestRefused.AmountNegative;
import org.aidledger.fund.RequestRefused.AmountNotPositive;
import org.aidledger.fund.RequestRefused.AmountTooLarge;
import org.aidledger.fund.RequestRefused.AmountZero;
import org.aidledger.fund.RequestRefused.BeforeEnrolment;
import org.aidledger.fund.RequestRefused.BeforeOpening;
import org.aidledger.fund.RequestRefused.CurrencyMismatch;
import org.aidledger.fund.RequestRefused.FundUnknown;
import org.aidledger.fund.RequestRefused.PeriodClosed;
import org.aidledger.fund.RequestRefused.PostingIdReused;
import org.aidledger.fund.RequestRefused.ProjectUnknown;
import org.aidledger.fund.RequestRefused.TooManyDecimals;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.PostingRules;
import org.aidledger.posting.Transfer;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.rejection.Rejection;

/**
 * One fund as its own events made it: decides commands from what it remembers, and remembers what
 * was decided. Knows no framework, clock or storage.
 */
public final class FundState implements Decider<FundCommand, FundEvent> {

    private final Governance governance = new Governance();
    private final Plan plan = new Plan();
    private final Works works = new Works();
    private final Requests requests = new Requests();
    private final Releases releases = new Releases();
    private final Capacity capacity = new Capacity();
    private Books books = new Books(Denomination.of("XXX"));
    private Optional<Opening> opened = Optional.empty();
    private long nextSequence;

    /** How the fund was opened, as far as later commands ask. */
    record Opening(LocalDate on, Mode mode, Set<Channel> channels) {}

    /**
     * What a command leads to. Empty if the same request was accepted before.
     *
     * @throws CommandRejected if it is refused; nothing has changed then
     */
    @Override
    public List<FundEvent> decide(FundCommand command) {
        if (opened.isEmpty() && !(command instanceof OpenFund)) {
            throw refused(new FundUnknown(command.fund()));
        }
        PostingId id = command.voucher().postingId();
        Optional<Long> before = requests.sequenceOf(id);
        if (before.isPresent()) {
            List<String> fields = requests.differences((Record) command, command.voucher());
            if (!fields.isEmpty()) {
                throw refused(new PostingIdReused(id, fields, before.get()));
            }
            return List.of();
        }
        if (!(command instanceof OpenFund)) {
            requireOpened(command.voucher().effective());
        }
        List<FundEvent> events =
                switch (command) {
                    case GovernanceCommand c -> new GovernanceDecisions(this).decide(c);
                    case PlanCommand c -> new PlanDecisions(this).decide(c);
                    case MoneyCommand c -> new MoneyDecisions(this).decide(c);
                    case WorksCommand c -> new WorksDecisions(this).decide(c);
                };
        // Last: nobody is asked to approve what would be refused anyway.
        FourEyes.missing(this, command)
                .ifPresent(missing -> {
                    throw refused(missing);
                });
        return events;
    }

    /** Remembers an event. Never refuses. */
    @Override
    public void on(FundEvent event) {
        requests.remember(event, nextSequence++);
        switch (event) {
            case GovernanceEvent e -> {
                if (e instanceof FundOpened opening) {
                    opened =
                            Optional.of(
                                    new Opening(
                                            opening.voucher().effective(),
                                            opening.mode(),
                                            opening.channels()));
                    books = new Books(opening.denomination());
                }
                governance.on(e);
            }
            case PlanEvent e -> {
                plan.on(e);
                if (e instanceof AdjustmentApproved approved) {
                    releases.on(approved);
                }
            }
            case WorksEvent e -> works.on(e);
            case MoneyEvent e -> releases.on(e);
        }
        capacity.on(event);
        post(event);
    }

    private void post(FundEvent event) {
        List<Transfer> transfers = PostingRules.transfersFor(event);
        if (!transfers.isEmpty()) {
            books.post(
                    new Books.Posted(
                            event.voucher().postingId(),
                            event.getClass().getAnnotation(StoredAs.class).value(),
                            event.voucher().effective(),
                            transfers,
                            event instanceof PostingReversed));
        }
        if (event instanceof PostingReversed e) {
            books.markReversed(e.reverses(), e.voucher().postingId());
        }
    }

    /** All that it remembers. */
    void write(MemoryWriter out) {
        governance.write(out);
        plan.write(out);
        works.write(out);
        requests.write(out);
        releases.write(out);
        capacity.write(out);
        books.write(out);
        out.optional(
                opened,
                opening -> {
                    out.date(opening.on());
                    out.choice(opening.mode());
                    out.many(opening.channels(), out::choice);
                });
        out.number(nextSequence);
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        governance.read(in);
        plan.read(in);
        works.read(in);
        requests.read(in);
        releases.read(in);
        capacity.read(in);
        books = Books.from(in);
        opened =
                in.optional(() ->
                        new Opening(
                                in.date(),
                                in.choice(Mode.class),
                                in.many(
                                        EnumSet.noneOf(Channel.class),
                                        () -> in.choice(Channel.class))));
        nextSequence = in.number();
    }

    /** Sequence of the first event of a request in this fund's stream, if it was accepted. */
    @Override
    public Optional<Long> sequenceOf(PostingId id) {
        return requests.sequenceOf(id);
    }

    /** How many events the fund's stream holds. */
    @Override
    public long eventCount() {
        return nextSequence;
    }

    Books books() {
        return books;
    }

    Plan plan() {
        return plan;
    }

    Works works() {
        return works;
    }

    Releases releases() {
        return releases;
    }

    Governance governance() {
        return governance;
    }

    Optional<Opening> opened() {
        return opened;
    }

    boolean isObserved() {
        return opened.filter(o -> o.mode() == Mode.OBSERVED).isPresent();
    }

    /** The entry of a project that is enrolled by a date. */
    Plan.Entry project(ProjectId project, LocalDate date) {
        Plan.Entry entry =
                plan.entry(project).orElseThrow(() -> refused(new ProjectUnknown(project)));
        if (date.isBefore(entry.enrolledOn)) {
            throw refused(new BeforeEnrolment(project, date, entry.enrolledOn));
        }
        return entry;
    }

    /** The amount in the fund's own scale, if it can still be counted. */
    Money amount(Money given) {
        takeFrom(countable(), given);
        return inOwnScale(given);
    }

    /** The largest amount, above or below zero, that can still be counted without overflow. */
    Money countable() {
        return books.money(capacity.left());
    }

    /** What is left of the room for amounts after one more. */
    Money takeFrom(Money room, Money given) {
        Money amount = inOwnScale(given);
        Money size = amount.max(amount.negated());
        if (size.compareTo(room) > 0) {
            throw refused(new AmountTooLarge(amount, room));
        }
        return room.minus(size);
    }

    private Money inOwnScale(Money given) {
        Denomination own = books.denomination();
        if (!given.currency().equals(own.currency())) {
            throw refused(new CurrencyMismatch(given.currency(), own.currency()));
        }
        return given.in(own).orElseThrow(() -> refused(notHeld(given, own)));
    }

    /** An amount may be too fine for the fund's scale or, once counted in it, too large. */
    private RequestRefused notHeld(Money given, Denomination own) {
        return given.value().stripTrailingZeros().scale() > own.scale()
                ? new TooManyDecimals(given, own.scale())
                : new AmountTooLarge(given, countable());
    }

    /** The amount in the fund's own scale, above zero. */
    Money positive(Money given) {
        Money amount = amount(given);
        if (!amount.isPositive()) {
            throw refused(new AmountNotPositive(amount));
        }
        return amount;
    }

    /** The amount in the fund's own scale, above or below zero. */
    Money notZero(Money given) {
        Money amount = amount(given);
        if (amount.isZero()) {
            throw refused(new AmountZero());
        }
        return amount;
    }

    /** The amount in the fund's own scale, zero or more. */
    Money notNegative(Money given) {
        Money amount = amount(given);
        if (amount.isNegative()) {
            throw refused(new AmountNegative(amount));
        }
        return amount;
    }

    private void requireOpened(LocalDate date) {
        opened.map(Opening::on)
                .filter(date::isBefore)
                .ifPresent(earliest -> {
                    throw refused(new BeforeOpening(date, earliest));
                });
    }

    /** Refuses dates in a closed period. */
    void requireOpen(LocalDate date) {
        governance
                .closedThrough()
                .filter(through -> !date.isAfter(through))
                .ifPresent(through -> {
                    throw refused(new PeriodClosed(date, through.plusDays(1)));
                });
    }

    static CommandRejected refused(Rejection rejection) {
        return new CommandRejected(rejection);
    }
}
