package org.aidledger.fund;

import java.math.BigDecimal;
import org.aidledger.event.Becomes;
import org.aidledger.event.Numbers;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.money.Money;

/** Commands about the works of a project: contracts, progress, acceptance. They move no money. */
public sealed interface WorksCommand extends FundCommand {

    ProjectId project();

    /**
     * A contract was awarded (R9); from then on it bounds what may be paid.
     *
     * @param contract its number, unique in the project
     * @param supplier who holds it
     */
    @Becomes(WorksEvent.ContractRecorded.class)
    record RecordContract(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            String contract,
            String supplier,
            Money amount,
            Tender tender)
            implements WorksCommand {
        public RecordContract {
            contract = Texts.required("contract", contract, 200);
            supplier = Texts.optional("supplier", supplier, 300);
        }
    }

    /** An enterprise put up matching money, tracked apart from aid money (R8). */
    @Becomes(WorksEvent.MatchingRecorded.class)
    record RecordMatching(
            FundId fund, Voucher voucher, ProjectId project, Money amount, String source)
            implements WorksCommand {
        public RecordMatching {
            source = Texts.required("source", source, 300);
        }
    }

    /**
     * A change order raises (or lowers) what may be paid (变更签证, R14).
     *
     * @param changeOrder its number, unique in the project
     * @param amount by how much; negative lowers
     * @param consultantOpinion reference of the cost consultant's opinion, empty where missing
     * @param linkedOfficer the officer linked to the project, empty where missing
     */
    @Becomes(WorksEvent.ChangeOrderApproved.class)
    record ApproveChangeOrder(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            String changeOrder,
            Money amount,
            String consultantOpinion,
            String linkedOfficer)
            implements WorksCommand {
        public ApproveChangeOrder {
            changeOrder = Texts.required("changeOrder", changeOrder, 200);
            consultantOpinion = Texts.optional("consultantOpinion", consultantOpinion, 500);
            linkedOfficer = Texts.optional("linkedOfficer", linkedOfficer, 100);
        }
    }

    /** Sets a performance target: numeric, with its unit (R19). */
    @Becomes(WorksEvent.TargetSet.class)
    record SetTarget(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            String indicator,
            BigDecimal value,
            String unit)
            implements WorksCommand {
        public SetTarget {
            indicator = Texts.required("indicator", indicator, 200);
            value = Numbers.bounded("value", value);
            unit = Texts.required("unit", unit, 50);
        }
    }

    /** Work on the project started (开工). */
    @Becomes(WorksEvent.ProjectStarted.class)
    record RecordStart(FundId fund, Voucher voucher, ProjectId project) implements WorksCommand {}

    /**
     * A progress report after a visit (R13): both figures are cumulative.
     *
     * @param physicalPercent 形象进度, 0 to 999.99
     * @param workValue 完成投资, value of the work completed this year
     * @param inspector who looked
     */
    @Becomes(WorksEvent.ProgressReported.class)
    record ReportProgress(
            FundId fund,
            Voucher voucher,
            ProjectId project,
            BigDecimal physicalPercent,
            Money workValue,
            String inspector)
            implements WorksCommand {
        public ReportProgress {
            inspector = Texts.required("inspector", inspector, 100);
            physicalPercent = Numbers.bounded("physicalPercent", physicalPercent);
            if (physicalPercent.signum() < 0
                    || physicalPercent.compareTo(new BigDecimal("999.99")) > 0
                    || physicalPercent.stripTrailingZeros().scale() > 2) {
                throw new IllegalArgumentException(
                        "physicalPercent must be from 0 to 999.99 with at most two decimals, not "
                                + physicalPercent);
            }
        }
    }

    /** The works are complete (竣工). */
    @Becomes(WorksEvent.ProjectCompleted.class)
    record RecordCompletion(FundId fund, Voucher voucher, ProjectId project)
            implements WorksCommand {}

    /** The completed works were accepted (验收); retention falls due. */
    @Becomes(WorksEvent.ProjectAccepted.class)
    record AcceptProject(FundId fund, Voucher voucher, ProjectId project) implements WorksCommand {}

    /** The project's archive was accepted (档案验收, R28). */
    @Becomes(WorksEvent.ArchiveAccepted.class)
    record AcceptArchive(FundId fund, Voucher voucher, ProjectId project) implements WorksCommand {}

    /** Closes the project; it takes no more money (R28). */
    @Becomes(WorksEvent.ProjectClosed.class)
    record CloseProject(FundId fund, Voucher voucher, ProjectId project) implements WorksCommand {}

    /** Stops outgoing money to the project. */
    @Becomes(WorksEvent.ProjectFrozen.class)
    record FreezeProject(FundId fund, Voucher voucher, ProjectId project, String reason)
            implements WorksCommand {
        public FreezeProject {
            reason = Texts.required("reason", reason, 500);
        }
    }

    /** Lets money go out again. */
    @Becomes(WorksEvent.ProjectUnfrozen.class)
    record UnfreezeProject(FundId fund, Voucher voucher, ProjectId project, String reason)
            implements WorksCommand {
        public UnfreezeProject {
            reason = Texts.required("reason", reason, 500);
        }
    }
}
