package org.aidledger.access;

import static org.aidledger.access.Role.ADMINISTRATOR;
import static org.aidledger.access.Role.AUDITOR;
import static org.aidledger.access.Role.FINANCE_APPROVER;
import static org.aidledger.access.Role.FINANCE_OFFICER;
import static org.aidledger.access.Role.PROGRAMME_OFFICER;
import static org.aidledger.access.Role.REGULATOR;

import java.util.Set;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.approval.ApprovalCommand.RecordExecution;
import org.aidledger.approval.ApprovalCommand.RecordFailure;
import org.aidledger.approval.ApprovalCommand.Reject;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.approval.ApprovalCommand.Withdraw;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingCommand.AssignRectification;
import org.aidledger.finding.FindingCommand.CloseFinding;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingCommand.ReopenFinding;
import org.aidledger.finding.FindingCommand.SubmitEvidence;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.GovernanceCommand;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.fund.GovernanceCommand.HandOver;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.ReopenPeriod;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.MoneyCommand;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Authorise;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.RecordFlow;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.PlanCommand;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.DropAdjustment;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.PlanPhase;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.WorksCommand;
import org.aidledger.fund.WorksCommand.AcceptArchive;
import org.aidledger.fund.WorksCommand.AcceptProject;
import org.aidledger.fund.WorksCommand.ApproveChangeOrder;
import org.aidledger.fund.WorksCommand.CloseProject;
import org.aidledger.fund.WorksCommand.FreezeProject;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordContract;
import org.aidledger.fund.WorksCommand.RecordMatching;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.fund.WorksCommand.ReportProgress;
import org.aidledger.fund.WorksCommand.SetTarget;
import org.aidledger.fund.WorksCommand.UnfreezeProject;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.payee.PayeeCommand.ErasePayee;
import org.aidledger.sample.SampleCommand;
import org.aidledger.sample.SampleCommand.CloseSample;
import org.aidledger.sample.SampleCommand.DrawSample;
import org.aidledger.sample.SampleCommand.NoteItem;
import org.aidledger.sample.SampleCommand.TickItem;
import org.aidledger.snapshot.SnapshotCommand;
import org.aidledger.snapshot.SnapshotCommand.FreezeSnapshot;
import org.aidledger.snapshot.SnapshotCommand.SignSnapshot;
import org.aidledger.snapshot.SnapshotCommand.WithdrawSnapshot;

/** The table of who may do what. {@code ARCHITECTURE.md} shows it, and a test compares the two. */
public final class Permits {

    private static final Set<Role> EVERYONE = Set.of(Role.values());
    private static final Set<Role> MONEY = Set.of(FINANCE_OFFICER);
    private static final Set<Role> FUND = Set.of(FINANCE_APPROVER);
    private static final Set<Role> WORKS = Set.of(PROGRAMME_OFFICER);
    private static final Set<Role> OVERSIGHT = Set.of(REGULATOR);
    private static final Set<Role> EXAMINATION = Set.of(AUDITOR, REGULATOR);
    private static final Set<Role> OPENING = Set.of(FINANCE_APPROVER, ADMINISTRATOR);
    private static final Set<Role> POLICY = Set.of(FINANCE_APPROVER, REGULATOR);
    private static final Set<Role> PERIOD = Set.of(FINANCE_OFFICER, FINANCE_APPROVER);
    private static final Set<Role> LEADERSHIP = Set.of(FINANCE_APPROVER, PROGRAMME_OFFICER);
    private static final Set<Role> DUE_ACTION = Set.of(FINANCE_OFFICER, PROGRAMME_OFFICER);
    private static final Set<Role> PLAN_REVIEW = Set.of(PROGRAMME_OFFICER, REGULATOR);
    private static final Set<Role> PUBLICATION = Set.of(FINANCE_OFFICER, AUDITOR, REGULATOR);
    private static final Set<Role> BOOKS =
            Set.of(FINANCE_OFFICER, FINANCE_APPROVER, AUDITOR, REGULATOR);
    private static final Set<Role> LOG =
            Set.of(FINANCE_OFFICER, FINANCE_APPROVER, AUDITOR, REGULATOR, ADMINISTRATOR);
    private static final Set<Role> PROVING = Set.of(AUDITOR, REGULATOR, ADMINISTRATOR);
    private static final Set<Role> FILES =
            Set.of(FINANCE_OFFICER, PROGRAMME_OFFICER, ADMINISTRATOR);
    private static final Set<Role> OWNERS = Set.of(FINANCE_APPROVER, ADMINISTRATOR);
    private static final Set<Role> KEEPING = Set.of(ADMINISTRATOR);
    private static final Set<Role> APPROVING =
            Set.of(FINANCE_OFFICER, FINANCE_APPROVER, PROGRAMME_OFFICER, AUDITOR, REGULATOR);

    private static final Set<Role> DROPPING =
            Set.of(FINANCE_APPROVER, PROGRAMME_OFFICER, REGULATOR);
    private static final Set<Role> NOBODY = Set.of();

    private Permits() {}

    /** The roles that have a right. */
    public static Set<Role> of(Right right) {
        return switch (right) {
            case COMMANDS, FIGURES, TRAIL, FINDINGS, OWN -> EVERYONE;
            case JOURNAL, NAMES -> BOOKS;
            case EVENTS -> LOG;
            case PROOFS -> PROVING;
            case IMPORT -> FILES;
            case APPROVALS -> APPROVING;
            case SNAPSHOTS -> POLICY;
            case SIGNING -> OVERSIGHT;
            case READS -> OWNERS;
            case SAMPLES -> EXAMINATION;
            case ACCOUNTS, MAINTENANCE, PAYEES -> KEEPING;
        };
    }

    /**
     * The roles that may send a command to a request for approval: to ask takes what the command
     * itself takes; what came of it only the ledger notes.
     */
    public static Set<Role> of(ApprovalCommand command) {
        return switch (command) {
            case RequestApproval c -> of(c.command());
            case Approve _ -> FUND;
            case Reject _ -> FUND;
            case Withdraw _ -> APPROVING;
            case RecordExecution _ -> NOBODY;
            case RecordFailure _ -> NOBODY;
        };
    }

    /** The roles that may send a command to a fund. */
    public static Set<Role> of(FundCommand command) {
        return switch (command) {
            case GovernanceCommand c -> of(c);
            case PlanCommand c -> of(c);
            case MoneyCommand c -> of(c);
            case WorksCommand c -> of(c);
        };
    }

    private static Set<Role> of(GovernanceCommand command) {
        return switch (command) {
            case OpenFund _ -> OPENING;
            case SetPolicy _ -> POLICY;
            case ClosePeriod _ -> PERIOD;
            case ReopenPeriod _ -> FUND;
            case HandOver _ -> LEADERSHIP;
            case StateFigures _ -> PUBLICATION;
        };
    }

    private static Set<Role> of(PlanCommand command) {
        return switch (command) {
            case EnrolProject _ -> WORKS;
            case PlanPhase _ -> WORKS;
            case RecordReview _ -> PLAN_REVIEW;
            case IssuePlan _ -> PLAN_REVIEW;
            case ProposeAdjustment _ -> WORKS;
            case AgreeAdjustment _ -> LEADERSHIP;
            case ApproveAdjustment _ -> OVERSIGHT;
            case DropAdjustment _ -> DROPPING;
        };
    }

    private static Set<Role> of(MoneyCommand command) {
        return switch (command) {
            case Authorise _ -> FUND;
            case Receive _ -> MONEY;
            case ReturnFunds _ -> MONEY;
            case Allocate _ -> MONEY;
            case Disburse _ -> MONEY;
            case Pay _ -> MONEY;
            case PayDirect _ -> MONEY;
            case Reclaim _ -> MONEY;
            case Reallocate _ -> MONEY;
            case Recover _ -> MONEY;
            case Reverse _ -> MONEY;
            case RecordFlow _ -> MONEY;
        };
    }

    private static Set<Role> of(WorksCommand command) {
        return switch (command) {
            case RecordContract _ -> WORKS;
            case RecordMatching _ -> WORKS;
            case ApproveChangeOrder _ -> WORKS;
            case SetTarget _ -> WORKS;
            case RecordStart _ -> WORKS;
            case ReportProgress _ -> WORKS;
            case RecordCompletion _ -> WORKS;
            case AcceptProject _ -> WORKS;
            case AcceptArchive _ -> PLAN_REVIEW;
            case CloseProject _ -> WORKS;
            case FreezeProject _ -> POLICY;
            case UnfreezeProject _ -> POLICY;
        };
    }

    /** The roles that may send a command about a payee. */
    public static Set<Role> of(PayeeCommand command) {
        return switch (command) {
            case ErasePayee _ -> KEEPING;
        };
    }

    /** The roles that may send a command to a snapshot. */
    public static Set<Role> of(SnapshotCommand command) {
        return switch (command) {
            case FreezeSnapshot _ -> POLICY;
            case SignSnapshot _ -> OVERSIGHT;
            case WithdrawSnapshot _ -> OVERSIGHT;
        };
    }

    /** The roles that may send a command to a sample. */
    public static Set<Role> of(SampleCommand command) {
        return switch (command) {
            case DrawSample _ -> EXAMINATION;
            case TickItem _ -> EXAMINATION;
            case NoteItem _ -> EXAMINATION;
            case CloseSample _ -> EXAMINATION;
        };
    }

    /** The roles that may send a command to a finding. */
    public static Set<Role> of(FindingCommand command) {
        return switch (command) {
            case RaiseFinding _ -> EXAMINATION;
            case AssignRectification _ -> LEADERSHIP;
            case SubmitEvidence _ -> DUE_ACTION;
            case CloseFinding _ -> EXAMINATION;
            case ReopenFinding _ -> EXAMINATION;
        };
    }
}
