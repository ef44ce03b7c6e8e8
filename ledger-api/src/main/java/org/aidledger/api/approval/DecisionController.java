package org.aidledger.api.approval;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.approval.ApprovalStreams.Seen;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.ProblemException;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.approval.ApprovalEvent.RequestFailed;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.fund.FundId;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes decisions about what waits in the inbox. An approved command is carried out before the
 * answer, or soon after it; a plan adjustment is signed in its fund, by whose turn it is.
 */
@RestController
@Needs(Right.APPROVALS)
class DecisionController {

    private final CommandRequests requests;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final ApprovalStreams streams;
    private final ApprovalRunner runner;
    private final ApprovalRegister register;
    private final Receipts receipts;

    DecisionController(
            CommandRequests requests,
            CommandBinding binding,
            CommandSink sink,
            ApprovalStreams streams,
            ApprovalRunner runner,
            ApprovalRegister register,
            Receipts receipts) {
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
        this.streams = streams;
        this.runner = runner;
        this.register = register;
        this.receipts = receipts;
    }

    /**
     * What became of a request with a decision.
     *
     * @param position of its latest event; reads with {@code atLeast} set to it show what the
     *     decision led to
     * @param refusal why the fund does not take what was approved, if it does not any more
     */
    record Decided(
            ApprovalId approval,
            ApprovalStatus status,
            FundId fund,
            Optional<Refusal> refusal,
            long position,
            boolean repeated,
            boolean visible) {}

    /** A refusal of the fund, by its permanent code. */
    public record Refusal(String code, String detail) {}

    @PostMapping(
            path = "/api/v1/approvals/{approval}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Decided> post(
            @PathVariable ApprovalId approval,
            @PathVariable String command,
            HttpServletRequest request)
            throws IOException {
        ApprovalCommand.Decision decision =
                binding.decision(command, approval, requests.fields(request));
        if (streams.exists(approval)) {
            return decide(decision, request);
        }
        return register.find(approval, Instant.MAX)
                .map(adjustment -> sign(adjustment, decision, request))
                .orElseThrow(() -> new ProblemException(new ApprovalUnknown(approval)));
    }

    private ResponseEntity<Decided> decide(
            ApprovalCommand.Decision decision, HttpServletRequest request) {
        Accepted accepted = accepted(sink.send(decision));
        if (decision instanceof Approve) {
            carryOut(decision.approval());
        }
        Seen seen = streams.read(decision.approval()).orElseThrow();
        Optional<Refusal> refusal =
                seen.last() instanceof RequestFailed failed
                        ? Optional.of(new Refusal(failed.code(), failed.message()))
                        : Optional.empty();
        return answer(
                new Decided(
                        decision.approval(),
                        seen.state().status(),
                        seen.last().fund(),
                        refusal,
                        seen.position(),
                        accepted.repeated(),
                        requests.isVisible(request, seen.position())));
    }

    /** The approval is durable; where the rest is not possible now, it is done later. */
    private void carryOut(ApprovalId approval) {
        try {
            runner.run(approval);
        } catch (LedgerBusy | OutcomeUnknown _) {
            // The watch goes on; the answer says that it was approved.
        }
    }

    private ResponseEntity<Decided> sign(
            RegisteredApproval adjustment,
            ApprovalCommand.Decision decision,
            HttpServletRequest request) {
        Signing signing = Signing.of(adjustment, decision);
        Accepted accepted = accepted(sink.send(signing.command()));
        long position = receipts.stored(accepted, decision.voucher().postingId()).position();
        return answer(
                new Decided(
                        decision.approval(),
                        signing.status(),
                        adjustment.fund(),
                        Optional.empty(),
                        position,
                        accepted.repeated(),
                        requests.isVisible(request, position)));
    }

    private static Accepted accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var rejection) -> throw new ProblemException(rejection);
            case Accepted accepted -> accepted;
        };
    }

    private static ResponseEntity<Decided> answer(Decided decided) {
        return ResponseEntity.status(decided.repeated() ? 200 : 201).body(decided);
    }
}
