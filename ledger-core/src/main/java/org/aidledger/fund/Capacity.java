package org.aidledger.fund;

import java.util.stream.Stream;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
import org.aidledger.money.Money;
import org.aidledger.posting.PostingRules;
import org.aidledger.posting.Transfer;

/**
 * How much more a fund can count before some sum of its amounts could overflow. Every amount it was
 * ever given counts with its size, whether it moved money, was planned, contracted or reported, so
 * that no balance and no total of anything can leave the range of a long.
 */
final class Capacity {

    /** Sums stay below twice this, and their mirrors below four times. */
    static final long MOST = Long.MAX_VALUE / 4;

    private long counted;

    void on(FundEvent event) {
        amounts(event).forEach(this::count);
    }

    private void count(Money amount) {
        counted = Math.min(MOST, counted + Math.min(MOST, Math.abs(amount.minorUnits())));
    }

    void write(MemoryWriter out) {
        out.number(counted);
    }

    void read(MemoryReader in) {
        counted = in.number();
    }

    /** The largest amount that may still be given, in minor units. */
    long left() {
        return MOST - counted;
    }

    private static Stream<Money> amounts(FundEvent event) {
        return switch (event) {
            case GovernanceEvent e -> moved(e);
            case OtherFlowRecorded e -> Stream.of(e.amount());
            case MoneyEvent e -> moved(e);
            case PlanEvent e -> planned(e);
            case WorksEvent e -> reported(e);
        };
    }

    private static Stream<Money> moved(FundEvent event) {
        return PostingRules.transfersFor(event).stream().map(Transfer::amount);
    }

    private static Stream<Money> planned(PlanEvent event) {
        return switch (event) {
            case ProjectEnrolled e -> Stream.of(e.planned(), e.investment());
            case PlanPhaseAdded e -> Stream.of(e.planned(), e.investment());
            case AdjustmentProposed e ->
                    e.changes().stream().flatMap(c -> Stream.of(c.planned(), c.investment()));
            case PlanEvent.ReviewRecorded _,
                    PlanEvent.PlanIssued _,
                    PlanEvent.AdjustmentAgreed _,
                    PlanEvent.AdjustmentApproved _,
                    PlanEvent.AdjustmentDropped _ ->
                    Stream.empty();
        };
    }

    private static Stream<Money> reported(WorksEvent event) {
        return switch (event) {
            case ContractRecorded e -> Stream.of(e.amount());
            case ChangeOrderApproved e -> Stream.of(e.amount());
            case MatchingRecorded e -> Stream.of(e.amount());
            case ProgressReported e -> Stream.of(e.workValue());
            case WorksEvent.TargetSet _,
                    WorksEvent.ProjectStarted _,
                    WorksEvent.ProjectCompleted _,
                    WorksEvent.ProjectAccepted _,
                    WorksEvent.ArchiveAccepted _,
                    WorksEvent.ProjectClosed _,
                    WorksEvent.ProjectFrozen _,
                    WorksEvent.ProjectUnfrozen _ ->
                    Stream.empty();
        };
    }
}
