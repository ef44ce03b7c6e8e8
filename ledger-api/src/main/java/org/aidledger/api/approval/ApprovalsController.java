package org.aidledger.api.approval;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.approval.Countersigned;
import org.aidledger.event.Actor;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.status.Present;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the inbox: what waits for approval, and what became of it. */
@RestController
@Needs(Right.APPROVALS)
class ApprovalsController {

    /** Stands for whoever will approve. */
    private static final Actor SOMEBODY_ELSE = new Actor("(approver)");

    private final ApprovalRegister register;
    private final EventLog log;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final Balances balances;
    private final Present present;

    ApprovalsController(
            ApprovalRegister register,
            EventLog log,
            CommandBinding binding,
            CommandSink sink,
            Balances balances,
            Present present) {
        this.register = register;
        this.log = log;
        this.binding = binding;
        this.sink = sink;
        this.balances = balances;
        this.present = present;
    }

    /** As known when. */
    record Known(Instant knownAt) {}

    /**
     * A request with all it asks for.
     *
     * @param command the whole command as it would be sent
     * @param expected what would come of it now, while it waits
     */
    record Detail(
            @JsonUnwrapped ApprovalView view,
            Map<String, Object> command,
            Optional<Expected> expected) {}

    /**
     * @param knownAt now if absent
     */
    @GetMapping(
            path = "/api/v1/approvals",
            produces = {"application/json", "text/csv"})
    Listing<Known, ApprovalView> all(
            @RequestParam Optional<FundId> fund,
            @RequestParam Optional<ApprovalStatus> status,
            @RequestParam Optional<String> knownAt,
            Paging paging) {
        Instant known = known(knownAt);
        return Listing.ofPages(
                new Known(known),
                paging,
                after ->
                        register.page(fund, status, known, after, paging.limit())
                                .map(ApprovalView::of),
                ApprovalView.ROW);
    }

    @GetMapping(path = "/api/v1/approvals/{approval}", produces = "application/json")
    Detail one(@PathVariable ApprovalId approval, @RequestParam Optional<String> knownAt) {
        RegisteredApproval found =
                register.find(approval, known(knownAt))
                        .orElseThrow(() -> new ProblemException(new ApprovalUnknown(approval)));
        FundCommand command = asked(found);
        Map<String, Object> fields = new LinkedHashMap<>();
        binding.fields(command).forEachEntry(fields::put);
        fields.put("command", CommandNames.of(command.getClass()));
        Optional<Expected> expected =
                Optional.of(found)
                        .filter(f -> f.kind() == Kind.COMMAND)
                        .filter(f -> f.status() == ApprovalStatus.PENDING)
                        .map(f ->
                                Expected.of(
                                        f.fund(),
                                        sink.foresee(Countersigned.by(SOMEBODY_ELSE, command)),
                                        balances,
                                        present.asOf()));
        return new Detail(ApprovalView.of(found), fields, expected);
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

    private Instant known(Optional<String> knownAt) {
        return knownAt.map(text -> PointInTime.instant("knownAt", text)).orElseGet(present::known);
    }
}
