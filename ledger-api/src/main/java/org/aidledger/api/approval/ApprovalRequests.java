package org.aidledger.api.approval;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.aidledger.api.approval.ApprovalStreams.Seen;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.ProblemException;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.approval.ApprovalId;
import org.aidledger.event.Outcome;
import org.aidledger.event.PostingId;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.RequestRefused.ApprovalMissing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Asks for approval of commands that their funds do not take from one person alone. */
public final class ApprovalRequests {

    private final CommandSink sink;
    private final ApprovalStreams streams;
    private final CommandRequests requests;

    ApprovalRequests(CommandSink sink, ApprovalStreams streams, CommandRequests requests) {
        this.sink = sink;
        this.streams = streams;
        this.requests = requests;
    }

    /**
     * The answer to a command that waits for somebody else.
     *
     * @param approval where it waits: {@code /api/v1/approvals/APPROVAL}
     * @param position of the latest event of the request; reads with {@code atLeast} set to it show
     *     the request
     * @param repeated whether the same was asked for before
     * @param visible whether the inbox shows it by now
     */
    public record Asked(
            ApprovalId approval,
            String status,
            FundId fund,
            PostingId postingId,
            long position,
            boolean repeated,
            boolean visible) {}

    /**
     * Asks, if the command needs it; what its fund would refuse anyway is refused at once, and
     * nobody is asked. Empty if the command may be sent as it is, or is refused for something else.
     */
    public Optional<ResponseEntity<Asked>> ask(FundCommand command, HttpServletRequest request) {
        ApprovalId approval = ApprovalId.of(command.fund(), command.voucher().postingId());
        boolean wanted = streams.exists(approval) || isMissing(command);
        return wanted && command.voucher().approvedBy().isEmpty()
                ? Optional.of(asked(approval, command, request))
                : Optional.empty();
    }

    private boolean isMissing(FundCommand command) {
        return sink.foresee(command)
                .refusal()
                .filter(ApprovalMissing.class::isInstance)
                .isPresent();
    }

    private ResponseEntity<Asked> asked(
            ApprovalId approval, FundCommand command, HttpServletRequest request) {
        return switch (sink.send(new RequestApproval(command))) {
            case Outcome.Refused(var rejection) -> throw new ProblemException(rejection);
            case Outcome.Accepted accepted -> {
                Seen seen = streams.read(approval).orElseThrow();
                yield ResponseEntity.status(HttpStatus.ACCEPTED)
                        .location(URI.create("/api/v1/approvals/" + approval))
                        .body(
                                new Asked(
                                        approval,
                                        seen.state().status().name(),
                                        command.fund(),
                                        command.voucher().postingId(),
                                        seen.position(),
                                        accepted.repeated(),
                                        requests.isVisible(request, seen.position())));
            }
        };
    }
}
