package org.aidledger.approval;

import java.util.List;
import java.util.Optional;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.approval.ApprovalCommand.Conclusion;
import org.aidledger.approval.ApprovalCommand.Decision;
import org.aidledger.approval.ApprovalCommand.RecordExecution;
import org.aidledger.approval.ApprovalCommand.RecordFailure;
import org.aidledger.approval.ApprovalCommand.Reject;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.approval.ApprovalCommand.Withdraw;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.ApprovalEvent.RequestApproved;
import org.aidledger.approval.ApprovalEvent.RequestExecuted;
import org.aidledger.approval.ApprovalEvent.RequestFailed;
import org.aidledger.approval.ApprovalEvent.RequestRejected;
import org.aidledger.approval.ApprovalEvent.RequestWithdrawn;
import org.aidledger.approval.ApprovalRejection.ApprovalSettled;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalRejection.NotApproved;
import org.aidledger.approval.ApprovalRejection.NotRequester;
import org.aidledger.approval.ApprovalRejection.OwnRequest;
import org.aidledger.event.Actor;
import org.aidledger.event.Decider;
import org.aidledger.event.PostingId;
import org.aidledger.event.Requests;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.rejection.CommandRejected;

/** One request for approval as its own events made it. Knows no framework, clock or storage. */
public final class ApprovalState implements Decider<ApprovalCommand, ApprovalEvent> {

    private final Requests requests = new Requests();
    private Optional<FundCommand> asked = Optional.empty();
    private Optional<Actor> approver = Optional.empty();
    private ApprovalStatus status = ApprovalStatus.PENDING;
    private long nextSequence;

    /**
     * What a command leads to. Empty if the same request was accepted before.
     *
     * @throws CommandRejected if it is refused
     */
    @Override
    public List<ApprovalEvent> decide(ApprovalCommand command) {
        if (!(command instanceof Conclusion)
                && requests.hasTaken(command.voucher(), () -> differences(command))) {
            return List.of();
        }
        return switch (command) {
            case RequestApproval c -> List.of(new ApprovalRequested(c.approval(), c.command()));
            case Decision c -> decide(c);
            case Conclusion c -> conclude(c);
        };
    }

    private List<ApprovalEvent> decide(Decision command) {
        FundCommand known = known(command);
        Actor requester = known.voucher().actor();
        if (status != ApprovalStatus.PENDING) {
            throw refused(new ApprovalSettled(command.approval(), status));
        }
        boolean own = command.voucher().actor().equals(requester);
        boolean mine = command instanceof Withdraw;
        if (own && !mine) {
            throw refused(new OwnRequest(command.approval(), requester));
        }
        if (mine && !own) {
            throw refused(new NotRequester(command.approval(), requester));
        }
        FundId fund = known.fund();
        return List.of(
                switch (command) {
                    case Approve c -> new RequestApproved(c.approval(), c.voucher(), fund);
                    case Reject c ->
                            new RequestRejected(c.approval(), c.voucher(), fund, c.reason());
                    case Withdraw c ->
                            new RequestWithdrawn(c.approval(), c.voucher(), fund, c.reason());
                });
    }

    /**
     * Two nodes may send an approved command at once; the fund takes it once. If one of them was
     * refused before the other was heard, what the fund took is what counts.
     */
    private List<ApprovalEvent> conclude(Conclusion command) {
        FundId fund = known(command).fund();
        boolean approved = status == ApprovalStatus.APPROVED;
        return switch (command) {
            case RecordExecution c -> {
                if (status == ApprovalStatus.EXECUTED) {
                    yield List.of();
                }
                requireApproved(c, approved || status == ApprovalStatus.FAILED);
                yield List.of(new RequestExecuted(c.approval(), c.voucher(), fund));
            }
            case RecordFailure c -> {
                requireApproved(c, approved);
                yield List.of(
                        new RequestFailed(c.approval(), c.voucher(), fund, c.code(), c.message()));
            }
        };
    }

    /** Where the same command is asked for with other content, its own components are named. */
    private List<String> differences(ApprovalCommand command) {
        if (command instanceof RequestApproval again
                && requests.sequenceOf(again.voucher().postingId())
                        .filter(n -> n == 0)
                        .isPresent()) {
            return Requests.differences((Record) asked.orElseThrow(), (Record) again.command());
        }
        return requests.differences((Record) command, command.voucher());
    }

    private FundCommand known(ApprovalCommand c) {
        return asked.orElseThrow(() -> refused(new ApprovalUnknown(c.approval())));
    }

    private void requireApproved(Conclusion c, boolean approved) {
        if (!approved) {
            throw refused(new NotApproved(c.approval(), status));
        }
    }

    private static CommandRejected refused(ApprovalRejection rejection) {
        return new CommandRejected(rejection);
    }

    /** Remembers an event. Never refuses. */
    @Override
    public void on(ApprovalEvent event) {
        requests.remember(event, nextSequence++);
        switch (event) {
            case ApprovalRequested e -> asked = Optional.of(e.command());
            case RequestApproved e -> {
                status = ApprovalStatus.APPROVED;
                approver = Optional.of(e.voucher().actor());
            }
            case RequestRejected _ -> status = ApprovalStatus.REJECTED;
            case RequestWithdrawn _ -> status = ApprovalStatus.WITHDRAWN;
            case RequestExecuted _ -> status = ApprovalStatus.EXECUTED;
            case RequestFailed _ -> status = ApprovalStatus.FAILED;
        }
    }

    /** How far the request has come; pending as well before it is made. */
    public ApprovalStatus status() {
        return status;
    }

    /** The command that was asked for, with the approver's name; empty before the approval. */
    public Optional<FundCommand> approved() {
        return approver.flatMap(by -> asked.map(command -> Countersigned.by(by, command)));
    }

    /** Who asked and who approved stand behind what the ledger notes about the outcome. */
    public Voucher concluding(String postingId) {
        Voucher of = approved().orElseThrow().voucher();
        return new Voucher(
                new PostingId(postingId),
                of.effective(),
                of.actor(),
                of.approvedBy(),
                List.of(),
                "");
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
