package org.aidledger.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.aidledger.event.Actor;
import org.aidledger.event.Decider;
import org.aidledger.event.PostingId;
import org.aidledger.event.Requests;
import org.aidledger.finding.FindingCommand.AssignRectification;
import org.aidledger.finding.FindingCommand.CloseFinding;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingCommand.ReopenFinding;
import org.aidledger.finding.FindingCommand.SubmitEvidence;
import org.aidledger.finding.FindingEvent.EvidenceSubmitted;
import org.aidledger.finding.FindingEvent.FindingClosed;
import org.aidledger.finding.FindingEvent.FindingRaised;
import org.aidledger.finding.FindingEvent.FindingReopened;
import org.aidledger.finding.FindingEvent.RectificationAssigned;
import org.aidledger.finding.FindingRejection.EventOutOfOrder;
import org.aidledger.finding.FindingRejection.FindingExists;
import org.aidledger.finding.FindingRejection.FindingIsClosed;
import org.aidledger.finding.FindingRejection.FindingNotClosed;
import org.aidledger.finding.FindingRejection.FindingUnknown;
import org.aidledger.finding.FindingRejection.RectificationIncomplete;
import org.aidledger.finding.FindingRejection.ReviewerIsOwner;
import org.aidledger.fund.FundId;
import org.aidledger.rejection.CommandRejected;

/** One finding as its own events made it. Knows no framework, clock or storage. */
public final class FindingState implements Decider<FindingCommand, FindingEvent> {

    private final Requests requests = new Requests();
    private final Set<Actor> owners = new HashSet<>();
    private Optional<FundId> fund = Optional.empty();
    private Optional<LocalDate> closedOn = Optional.empty();
    private LocalDate latest = LocalDate.MIN;
    private boolean assigned;
    private boolean evidence;
    private long nextSequence;

    /**
     * What a command leads to. Empty if the same request was accepted before.
     *
     * @throws CommandRejected if it is refused
     */
    @Override
    public List<FindingEvent> decide(FindingCommand command) {
        if (requests.hasTaken((Record) command, command.voucher())) {
            return List.of();
        }
        return switch (command) {
            case RaiseFinding c -> raise(c);
            case AssignRectification c -> assign(c);
            case SubmitEvidence c -> submit(c);
            case CloseFinding c -> close(c);
            case ReopenFinding c -> reopen(c);
        };
    }

    private List<FindingEvent> raise(RaiseFinding c) {
        if (fund.isPresent()) {
            throw new CommandRejected(new FindingExists(c.finding()));
        }
        return List.of(
                new FindingRaised(
                        c.finding(),
                        c.voucher(),
                        c.fund(),
                        c.project(),
                        c.type(),
                        c.amount(),
                        c.description(),
                        c.source()));
    }

    private List<FindingEvent> assign(AssignRectification c) {
        FundId known = requireOpen(c);
        return List.of(
                new RectificationAssigned(
                        c.finding(),
                        c.voucher(),
                        known,
                        c.measure(),
                        c.responsibleLeader(),
                        c.responsibleOffice(),
                        c.deadline()));
    }

    private List<FindingEvent> submit(SubmitEvidence c) {
        FundId known = requireOpen(c);
        return List.of(new EvidenceSubmitted(c.finding(), c.voucher(), known, c.evidence()));
    }

    private List<FindingEvent> close(CloseFinding c) {
        FundId known = requireOpen(c);
        List<String> missing = new ArrayList<>();
        if (!assigned) {
            missing.add("a rectification is assigned");
        }
        if (!evidence) {
            missing.add("evidence is submitted");
        }
        if (!missing.isEmpty()) {
            throw new CommandRejected(new RectificationIncomplete(c.finding(), missing));
        }
        Actor reviewer = c.voucher().actor();
        if (owners.contains(reviewer)) {
            throw new CommandRejected(new ReviewerIsOwner(c.finding(), reviewer));
        }
        return List.of(new FindingClosed(c.finding(), c.voucher(), known, c.conclusion()));
    }

    private List<FindingEvent> reopen(ReopenFinding c) {
        FundId known = known(c.finding());
        if (closedOn.isEmpty()) {
            throw new CommandRejected(new FindingNotClosed(c.finding()));
        }
        requireOrder(c);
        return List.of(new FindingReopened(c.finding(), c.voucher(), known, c.reason()));
    }

    private void requireOrder(FindingCommand c) {
        if (c.voucher().effective().isBefore(latest)) {
            throw new CommandRejected(
                    new EventOutOfOrder(c.finding(), c.voucher().effective(), latest));
        }
    }

    private FundId requireOpen(FindingCommand c) {
        FundId known = known(c.finding());
        closedOn.ifPresent(on -> {
            throw new CommandRejected(new FindingIsClosed(c.finding(), on));
        });
        requireOrder(c);
        return known;
    }

    private FundId known(FindingId finding) {
        return fund.orElseThrow(() -> new CommandRejected(new FindingUnknown(finding)));
    }

    /** Remembers an event. Never refuses. */
    @Override
    public void on(FindingEvent event) {
        requests.remember(event, nextSequence++);
        latest = event.voucher().effective();
        switch (event) {
            case FindingRaised e -> fund = Optional.of(e.fund());
            case RectificationAssigned e -> {
                assigned = true;
                owners.add(new Actor(e.responsibleLeader()));
            }
            case EvidenceSubmitted e -> {
                evidence = true;
                owners.add(e.voucher().actor());
            }
            case FindingClosed _ -> closedOn = Optional.of(latest);
            case FindingReopened _ -> {
                closedOn = Optional.empty();
                evidence = false;
            }
        }
    }

    /** Sequence of the first event of a request in this stream, if it was accepted. */
    @Override
    public Optional<Long> sequenceOf(PostingId id) {
        return requests.sequenceOf(id);
    }

    /** How many events the stream holds. */
    @Override
    public long eventCount() {
        return nextSequence;
    }
}
