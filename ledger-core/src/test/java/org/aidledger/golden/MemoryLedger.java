package org.aidledger.golden;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingState;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.FundState;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFold;

/** A ledger in memory, as naive as can be: decides, remembers, folds. */
public final class MemoryLedger {

    private final Map<FundId, FundState> funds = new HashMap<>();
    private final Map<FindingId, FindingState> findings = new HashMap<>();
    private final List<Recorded<LedgerEvent>> events = new ArrayList<>();
    private Instant now = Instant.parse("2000-01-01T00:00:00Z");

    /** From now on the ledger learns at that instant. */
    public void recordAt(Instant instant) {
        now = instant;
    }

    /** Sends a command; a refusal is thrown. */
    public Outcome send(FundCommand command) {
        FundState fund = funds.computeIfAbsent(command.fund(), _ -> new FundState());
        long first = fund.eventCount();
        List<FundEvent> decided = fund.decide(command);
        for (FundEvent event : decided) {
            append(fund.eventCount(), event);
            fund.on(event);
        }
        return new Accepted(command.fund().value(), first, decided.size());
    }

    /** Sends a command; a refusal is thrown. */
    public Outcome send(FindingCommand command) {
        FindingState finding = findings.computeIfAbsent(command.finding(), _ -> new FindingState());
        long first = finding.eventCount();
        List<FindingEvent> decided = finding.decide(command);
        for (FindingEvent event : decided) {
            append(finding.eventCount(), event);
            finding.on(event);
        }
        return new Accepted(command.stream(), first, decided.size());
    }

    private void append(long sequence, LedgerEvent event) {
        long position = events.size();
        events.add(new Recorded<>(position, "event-" + position, sequence, now, event));
    }

    /** All events, in order. */
    public List<Recorded<LedgerEvent>> events() {
        return List.copyOf(events);
    }

    /** The events of one fund and of its findings, in order. */
    public List<Recorded<LedgerEvent>> events(FundId fund) {
        return events.stream().filter(e -> fundOf(e.event()).equals(fund)).toList();
    }

    /** A fund's figures at a business date, with all that is known by now. */
    public FundFigures figures(FundId fund, LocalDate effective) {
        return figures(fund, effective, Instant.MAX);
    }

    /** A fund's figures at a business date, as known at an instant. */
    public FundFigures figures(FundId fund, LocalDate effective, Instant known) {
        return FundFold.at(new AsOf(effective, known), events(fund)).orElseThrow();
    }

    private static FundId fundOf(LedgerEvent event) {
        return switch (event) {
            case FundEvent e -> e.fund();
            case FindingEvent e -> e.fund();
            default -> throw new IllegalArgumentException("neither fund nor finding: " + event);
        };
    }
}
