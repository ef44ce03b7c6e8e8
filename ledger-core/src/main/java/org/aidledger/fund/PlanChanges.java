package org.aidledger.fund;

import static org.aidledger.fund.FundState.refused;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.fund.RequestRefused.PlannedBelowZero;
import org.aidledger.money.Money;

/** Weighs changes of planned money, all of one command together. */
final class PlanChanges {

    private final FundState state;

    PlanChanges(FundState state) {
        this.state = state;
    }

    /** The changes in the fund's own scale, each of a project enrolled by the date. */
    List<PlanChange> counted(List<PlanChange> changes, LocalDate date) {
        Money room = state.countable();
        for (PlanChange change : changes) {
            state.project(change.project(), date);
            room = state.takeFrom(room, change.planned());
            room = state.takeFrom(room, change.investment());
        }
        return changes.stream()
                .map(c ->
                        new PlanChange(
                                c.project(),
                                state.amount(c.planned()),
                                state.amount(c.investment())))
                .toList();
    }

    /** Refuses changes that would take a project's plan below zero on the date or a later one. */
    void requireNotBelowZero(List<PlanChange> changes, LocalDate date) {
        Map<ProjectId, PlanChange> byProject = new LinkedHashMap<>();
        changes.forEach(change -> byProject.merge(change.project(), change, PlanChanges::sum));
        for (PlanChange change : byProject.values()) {
            Plan.Entry entry = state.project(change.project(), date);
            refuseBelowZero(change.project(), entry.planned, change.planned(), date);
            refuseBelowZero(change.project(), entry.investment, change.investment(), date);
        }
    }

    private static PlanChange sum(PlanChange a, PlanChange b) {
        return new PlanChange(
                a.project(), a.planned().plus(b.planned()), a.investment().plus(b.investment()));
    }

    private void refuseBelowZero(ProjectId project, Timeline line, Money change, LocalDate date) {
        Money standing = state.books().money(line.leastFrom(date));
        if (change.isNegative() && standing.plus(change).isNegative()) {
            throw refused(new PlannedBelowZero(project, change, standing));
        }
    }
}
