package org.aidledger.api.pages.post;

import org.aidledger.fund.FundCommand;
import org.aidledger.fund.GovernanceCommand;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.fund.GovernanceCommand.HandOver;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.ReopenPeriod;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.MoneyCommand;
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

/** What people are about when they send a command; forms are offered by it. */
enum Task {
    MONEY,
    PLAN,
    ADJUSTMENTS,
    WORKS,
    CLOSING,
    POLICY,
    /** On a page of its own: there is no fund yet. */
    OPENING;

    static Task of(FundCommand command) {
        return switch (command) {
            case MoneyCommand _ -> MONEY;
            case WorksCommand _ -> WORKS;
            case PlanCommand c -> of(c);
            case GovernanceCommand c -> of(c);
        };
    }

    private static Task of(PlanCommand command) {
        return switch (command) {
            case EnrolProject _ -> PLAN;
            case PlanPhase _ -> PLAN;
            case RecordReview _ -> PLAN;
            case IssuePlan _ -> PLAN;
            case ProposeAdjustment _ -> ADJUSTMENTS;
            case AgreeAdjustment _ -> ADJUSTMENTS;
            case ApproveAdjustment _ -> ADJUSTMENTS;
            case DropAdjustment _ -> ADJUSTMENTS;
        };
    }

    private static Task of(GovernanceCommand command) {
        return switch (command) {
            case OpenFund _ -> OPENING;
            case SetPolicy _ -> POLICY;
            case StateFigures _ -> POLICY;
            case ClosePeriod _ -> CLOSING;
            case ReopenPeriod _ -> CLOSING;
            case HandOver _ -> CLOSING;
        };
    }
}
