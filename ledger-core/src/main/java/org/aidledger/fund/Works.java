package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
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
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;

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

        /** In order of date, apart from each other; only the last may still be in force. */
        final Deque<Freeze> freezes = new ArrayDeque<>();

        Optional<LocalDate> firstContract = Optional.empty();

        Optional<LocalDate> on(Milestone milestone) {
            return Optional.ofNullable(passed.get(milestone));
        }

        boolean hasPassed(Milestone milestone, LocalDate by) {
            return on(milestone).filter(d -> !d.isAfter(by)).isPresent();
        }

        boolean isContracted(LocalDate by) {
            return firstContract.filter(d -> !d.isAfter(by)).isPresent();
        }

        void write(MemoryWriter out) {
            out.map(passed, out::choice, out::date);
            payable.write(out);
            out.many(contracts, out::text);
            out.many(changeOrders, out::text);
            out.many(
                    freezes,
                    freeze -> {
                        out.date(freeze.from());
                        out.optional(freeze.until(), out::date);
                    });
            out.optional(firstContract, out::date);
        }

        static Site from(MemoryReader in) {
            Site site = new Site();
            in.map(site.passed, () -> in.choice(Milestone.class), in::date);
            site.payable.read(in);
            in.many(site.contracts, in::text);
            in.many(site.changeOrders, in::text);
            in.many(site.freezes, () -> new Freeze(in.date(), in.optional(in::date)));
            site.firstContract = in.optional(in::date);
            return site;
        }

        /** The freeze that no one has lifted yet. */
        Optional<Freeze> freezeInForce() {
            return Optional.ofNullable(freezes.peekLast()).filter(f -> f.until().isEmpty());
        }

        /** The freeze that stops money of a date: one then in force, or in force now. */
        Optional<Freeze> freezeStopping(LocalDate date) {
            return freezes.stream().filter(f -> f.covers(date)).findFirst().or(this::freezeInForce);
        }
    }

    /**
     * Outgoing money is stopped.
     *
     * @param from the first day
     * @param until the day it was lifted, if it was
     */
    record Freeze(LocalDate from, Optional<LocalDate> until) {

        boolean covers(LocalDate date) {
            return !date.isBefore(from) && until.filter(d -> !date.isBefore(d)).isEmpty();
        }
    }

    private final Map<ProjectId, Site> sites = new HashMap<>();

    void on(WorksEvent event) {
        Site site = sites.computeIfAbsent(event.project(), _ -> new Site());
        LocalDate date = event.voucher().effective();
        switch (event) {
            case ContractRecorded e -> {
                site.contracts.add(e.contract());
                site.firstContract =
                        site.firstContract
                                .filter(d -> !d.isAfter(date))
                                .or(() -> Optional.of(date));
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
            case ProjectFrozen _ -> site.freezes.add(new Freeze(date, Optional.empty()));
            case ProjectUnfrozen _ ->
                    site.freezes.add(
                            new Freeze(site.freezes.removeLast().from(), Optional.of(date)));
            case MatchingRecorded _, TargetSet _, ProgressReported _ -> {}
        }
    }

    void write(MemoryWriter out) {
        out.map(sites, project -> out.text(project.value()), site -> site.write(out));
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        in.map(sites, () -> new ProjectId(in.text()), () -> Site.from(in));
    }

    Site of(ProjectId project) {
        return sites.getOrDefault(project, new Site());
    }
}
