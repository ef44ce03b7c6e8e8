package org.aidledger.projections.approvals;

import java.util.List;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.approval.ApprovalEvent.ApprovalRequested;
import org.aidledger.approval.ApprovalEvent.RequestApproved;
import org.aidledger.approval.ApprovalEvent.RequestExecuted;
import org.aidledger.approval.ApprovalEvent.RequestFailed;
import org.aidledger.approval.ApprovalEvent.RequestRejected;
import org.aidledger.approval.ApprovalEvent.RequestWithdrawn;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.approval.Subject;
import org.aidledger.event.LedgerEvent;
import org.aidledger.fund.AdjustmentId;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.PlanChange;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Money;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;
import org.aidledger.projections.approvals.RegisteredApproval.Role;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;

/** Writes each stage of what waits for somebody's approval. */
public final class ApprovalProjection implements Projection {

    private static final ReadTable APPROVAL =
            ReadTable.of(
                    "approval",
                    List.of("approval", "position", "line"),
                    "position bigint",
                    "line int",
                    "fund text",
                    "effective date",
                    "recorded timestamptz",
                    "approval text",
                    "kind text",
                    "stage text",
                    "status text",
                    "actor text",
                    "posting_id text",
                    "subject text",
                    "projects texts",
                    "amount text",
                    "role text",
                    "code text",
                    "reason text");

    @Override
    public List<ReadTable> tables() {
        return List.of(APPROVAL);
    }

    @Override
    public void on(ApprovalEvent event, Imprint imprint) {
        Stage stage =
                switch (event) {
                    case ApprovalRequested e -> new Stage(Stage.REQUESTED).about(e.subject());
                    case RequestApproved _ ->
                            new Stage(Stage.SIGNED)
                                    .to(ApprovalStatus.APPROVED)
                                    .as(Role.APPROVER.name());
                    case RequestRejected e ->
                            new Stage("REJECTED").to(ApprovalStatus.REJECTED).why("", e.reason());
                    case RequestWithdrawn e ->
                            new Stage("WITHDRAWN").to(ApprovalStatus.WITHDRAWN).why("", e.reason());
                    case RequestExecuted _ -> new Stage("EXECUTED").to(ApprovalStatus.EXECUTED);
                    case RequestFailed e ->
                            new Stage("FAILED")
                                    .to(ApprovalStatus.FAILED)
                                    .why(e.code(), e.message());
                };
        add(event.approval(), Kind.COMMAND, stage, event, imprint);
    }

    @Override
    public void on(FundEvent event, Imprint imprint) {
        if (event instanceof AdjustmentProposed e) {
            Stage stage =
                    new Stage(Stage.REQUESTED)
                            .about(e.adjustment(), e.changes())
                            .why("", e.reason());
            add(e.fund(), e.adjustment(), stage, e, imprint);
        }
        if (event instanceof AdjustmentAgreed e) {
            Stage stage = new Stage(Stage.SIGNED).as(e.party().name());
            add(e.fund(), e.adjustment(), stage, e, imprint);
        }
        if (event instanceof AdjustmentDropped e) {
            Stage stage = new Stage("REJECTED").to(ApprovalStatus.REJECTED).why("", e.reason());
            add(e.fund(), e.adjustment(), stage, e, imprint);
        }
        if (event instanceof AdjustmentApproved e) {
            Stage stage =
                    new Stage(Stage.SIGNED).to(ApprovalStatus.EXECUTED).as(Role.PROVINCE.name());
            add(e.fund(), e.adjustment(), stage, e, imprint);
        }
    }

    private static void add(
            FundId fund, AdjustmentId adjustment, Stage stage, FundEvent event, Imprint imprint) {
        add(ApprovalId.of(fund, adjustment), Kind.ADJUSTMENT, stage, event, imprint);
    }

    private static void add(
            ApprovalId approval, Kind kind, Stage stage, LedgerEvent event, Imprint imprint) {
        imprint.row(
                APPROVAL,
                approval,
                kind,
                stage.name(),
                stage.status(),
                event.voucher().actor(),
                event.voucher().postingId(),
                stage.subject(),
                stage.projects(),
                stage.amount(),
                stage.role(),
                stage.code(),
                stage.reason());
    }

    /** A row of the table; what a stage does not say is empty. */
    private record Stage(
            String name,
            ApprovalStatus status,
            String subject,
            List<ProjectId> projects,
            String amount,
            String role,
            String code,
            String reason) {

        static final String REQUESTED = "REQUESTED";
        static final String SIGNED = "SIGNED";

        Stage(String name) {
            this(name, ApprovalStatus.PENDING, "", List.of(), "", "", "", "");
        }

        Stage to(ApprovalStatus next) {
            return new Stage(name, next, subject, projects, amount, role, code, reason);
        }

        Stage as(String aRole) {
            return new Stage(name, status, subject, projects, amount, aRole, code, reason);
        }

        Stage why(String aCode, String aReason) {
            return new Stage(name, status, subject, projects, amount, role, aCode, aReason);
        }

        Stage about(Subject command) {
            return new Stage(
                    name,
                    status,
                    command.command(),
                    command.projects(),
                    command.amount().map(Money::toString).orElse(""),
                    role,
                    code,
                    reason);
        }

        Stage about(AdjustmentId adjustment, List<PlanChange> changes) {
            return new Stage(
                    name,
                    status,
                    adjustment.value(),
                    changes.stream().map(PlanChange::project).distinct().toList(),
                    amount,
                    role,
                    code,
                    reason);
        }
    }
}
