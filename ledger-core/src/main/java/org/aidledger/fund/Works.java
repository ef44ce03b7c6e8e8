package org.aidledger.fund;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.fund.WorksEvent.ArchiveAccepted;
import org.aidledger.fund.WorksEvent.ChangeOrderApproved;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.fund.WorksEvent.MatchingRecorded;
import org.aidledger.fund.WorksEvent.ProgressReported;
import org.aidledger.fund.WorksEvent.ProjectAccepted;
import org.aidledger.fund.WorksEvent.ProjectClosed;
import org.aidledger.fund.WorksEvent.ProjectCompleted;
import org.aidledger.fund.WorksEvent.ProjectFrozen;
import org.aidledger.fund.WorksEvent.ProjectStarted;
import org.aidledger.fund.WorksEvent.ProjectUnfrozen;
import org.aidledger.fund.WorksEvent.TargetSet;

/** The works of one fund's projects: milestones, contracts, freezes. */
final class Works {

    /** What a project passes once. */
    enum Milestone {
        STARTED("The start"),
        COMPLETED("The completion"),
        ACCEPTED("The acceptance"),
        ARCHIVED("The archive's acceptance"),
        CLOSED("The closing");

        final String name;

        Milestone(String name) {
            this.name = name;
        }
    }

    /** One project's works. */
    static final class Site {
        final Map<Milestone, LocalDate> passed = new EnumMap<>(Milestone.class);
        final Timeline payable = new Timeline();
        final Set<String> contracts = new HashSet<>();
        final Set<String> changeOrders = new HashSet<>();

        /** 1 from the day of a freeze, 0 from the day it is lifted. */
        final Timeline frozen = new Timeline();

        Optional<LocalDate> lastFrozen = Optional.empty();

        Optional<LocalDate> on(Milestone milestone) {
            return Optional.ofNullable(passed.get(milestone));
        }

        boolean hasPassed(Milestone milestone, LocalDate by) {
            return on(milestone).filter(d -> !d.isAfter(by)).isPresent();
        }

        /** Frozen on the date, or by a freeze that is still in force. */
        boolean isFrozen(LocalDate date) {
            return frozen.at(date) > 0 || frozen.latest() > 0;
        }

        /** The first day of the latest freeze. */
        LocalDate frozenSince() {
            return lastFrozen.orElseThrow();
        }
    }

    private final Map<ProjectId, Site> sites = new HashMap<>();

    void on(WorksEvent event) {
        Site site = sites.computeIfAbsent(event.project(), _ -> new Site());
        LocalDate date = event.voucher().effective();
        switch (event) {
            case ContractRecorded e -> {
                site.contracts.add(e.contract());
                site.payable.add(date, e.amount().minorUnits());
            }
            case ChangeOrderApproved e -> {
                site.changeOrders.add(e.changeOrder());
                site.payable.add(date, e.amount().minorUnits());
            }
            case ProjectStarted _ -> site.passed.put(Milestone.STARTED, date);
            case ProjectCompleted _ -> site.passed.put(Milestone.COMPLETED, date);
            case ProjectAccepted _ -> site.passed.put(Milestone.ACCEPTED, date);
            case ArchiveAccepted _ -> site.passed.put(Milestone.ARCHIVED, date);
            case ProjectClosed _ -> site.passed.put(Milestone.CLOSED, date);
            case ProjectFrozen _ -> {
                site.frozen.add(date, 1);
                site.lastFrozen = Optional.of(date);
            }
            case ProjectUnfrozen _ -> site.frozen.add(date, -1);
            case MatchingRecorded _, TargetSet _, ProgressReported _ -> {}
        }
    }

    Site of(ProjectId project) {
        return sites.getOrDefault(project, new Site());
    }
}
