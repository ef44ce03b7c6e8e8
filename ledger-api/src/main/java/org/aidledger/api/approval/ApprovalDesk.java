package org.aidledger.api.approval;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.aidledger.api.approval.ApprovalStreams.Seen;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.payee.PayeeNames;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.ApprovalEvent.RequestFailed;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.approval.Countersigned;
import org.aidledger.event.Actor;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.Payment;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.status.Present;

/**
 * What waits for approval, looked at and decided about; the one way there for programs and pages.
 */
public final class ApprovalDesk {

    /** Stands for whoever will approve. */
    private static final Actor SOMEBODY_ELSE = new Actor("(approver)");

    private final CommandRequests requests;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final ApprovalStreams streams;
    private final ApprovalRunner runner;
    private final ApprovalRegister register;
    private final Receipts receipts;
    private final Balances balances;
    private final EventLog log;
    private final PayeeNames names;
    private final Present present;

    ApprovalDesk(
            CommandRequests requests,
            CommandBinding binding,
            CommandSink sink,
            ApprovalStreams streams,
            ApprovalRunner runner,
            ApprovalRegister register,
            Receipts receipts,
            Balances balances,
            EventLog log,
            PayeeNames names,
            Present present) {
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
        this.streams = streams;
        this.runner = runner;
        this.register = register;
        this.receipts = receipts;
        this.balances = balances;
        this.log = log;
        this.names = names;
        this.present = present;
    }

    /**
     * What became of a request with a decision.
     *
     * @param position of its latest event; reads with {@code atLeast} set to it show what the
     *     decision led to
     * @param refusal why the fund does not take what was approved, if it does not any more
     */
    public record Decided(
            ApprovalId approval,
            ApprovalStatus status,
            FundId fund,
            Optional<Refusal> refusal,
            long position,
            boolean repeated,
            boolean visible) {}

    /** A refusal of the fund, by its permanent code. */
    public record Refusal(String code, String detail) {}

    /** The whole command as it would be sent, with its written name in {@code command}. */
    public Map<String, Object> command(RegisteredApproval found) {
        FundCommand command = asked(found);
        Map<String, Object> fields = new LinkedHashMap<>();
        binding.fields(command).forEachEntry(fields::put);
        if (command instanceof Payment payment) {
            String payee = payment.payee().text();
            fields.put("payee", names.in(Stream.of(payee)).text(payee));
        }
        fields.put("command", CommandNames.of(command.getClass()));
        return fields;
    }

    /** What would come of it now; empty where it does not wait, or is no single command. */
    public Optional<Expected> expected(RegisteredApproval found) {
        return Optional.of(found)
                .filter(f -> f.kind() == Kind.COMMAND)
                .filter(f -> f.status() == ApprovalStatus.PENDING)
                .map(f ->
                        Expected.of(
                                f.fund(),
                                sink.foresee(Countersigned.by(SOMEBODY_ELSE, asked(f))),
                                balances,
                                present.asOf()));
    }

    /** The whole command, from the event that asked for it. */
    private FundCommand asked(RegisteredApproval found) {
        Recorded<LedgerEvent> stored = log.at(List.of(found.position())).getFirst();
        return switch (stored.event()) {
            case ApprovalRequested e -> e.command();
            case AdjustmentProposed e ->
                    new ProposeAdjustment(
                            e.fund(),
                            e.voucher(),
                            e.adjustment(),
                            e.kind(),
                            e.changes(),
                            e.reason());
            default -> throw new IllegalStateException("asks for no approval: " + stored);
        };
    }

    /**
     * Takes a decision. What is approved is carried out before this returns, or soon after.
     *
     * @throws ProblemException if it is refused, or there is no such request
     */
    public Decided decide(ApprovalCommand.Decision decision, HttpServletRequest request) {
        if (streams.exists(decision.approval())) {
            return settle(decision, request);
        }
        return register.find(decision.approval(), Instant.MAX)
                .map(adjustment -> sign(adjustment, decision, request))
                .orElseThrow(() -> new ProblemException(new ApprovalUnknown(decision.approval())));
    }

    private Decided settle(ApprovalCommand.Decision decision, HttpServletRequest request) {
        Accepted accepted = accepted(sink.send(decision));
        if (decision instanceof Approve) {
            carryOut(decision.approval());
        }
        Seen seen = streams.read(decision.approval()).orElseThrow();
        Optional<Refusal> refusal =
                seen.last() instanceof RequestFailed failed
                        ? Optional.of(new Refusal(failed.code(), failed.message()))
                        : Optional.empty();
        return new Decided(
                decision.approval(),
                seen.state().status(),
                seen.last().fund(),
                refusal,
                seen.position(),
                accepted.repeated(),
                requests.isVisible(request, seen.position()));
    }

    /** The approval is durable; where the rest is not possible now, it is done later. */
    private void carryOut(ApprovalId approval) {
        try {
            runner.run(approval);
        } catch (LedgerBusy | OutcomeUnknown _) {
            // The watch goes on; the answer says that it was approved.
        }
    }

    private Decided sign(
            RegisteredApproval adjustment,
            ApprovalCommand.Decision decision,
            HttpServletRequest request) {
        Signing signing = Signing.of(adjustment, decision);
        Accepted accepted = accepted(sink.send(signing.command()));
        long position = receipts.stored(accepted, decision.voucher().postingId()).position();
        return new Decided(
                decision.approval(),
                signing.status(),
                adjustment.fund(),
                Optional.empty(),
                position,
                accepted.repeated(),
                requests.isVisible(request, position));
    }

    private static Accepted accepted(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var rejection) -> throw new ProblemException(rejection);
            case Accepted accepted -> accepted;
        };
    }
}
