package org.aidledger.fund;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.money.Money;

/** Rules of the domain: refused in a strict fund, kept and noted in an observed one. */
public sealed interface RuleBroken extends FundRejection {

    /**
     * A ceiling would have been broken, on the posting's own date or a later one.
     *
     * @param subject the project, or the fund
     * @param acceptable the largest amount that would have been accepted
     * @param firstDay the first effective date on which the ceiling would break
     */
    record CeilingExceeded(
            Ceiling ceiling, String subject, Money requested, Money acceptable, LocalDate firstDay)
            implements RuleBroken {
        @Override
        public String code() {
            return ceiling.code();
        }

        @Override
        public String message() {
            return "%s is more than %s has %s: %s would be accepted; it first breaks on %s."
                    .formatted(requested, subject, ceiling.meaning(), acceptable, firstDay);
        }
    }

    /**
     * @param inPlanFrom the day from which the project is in the plan, if it is
     */
    record ProjectOffPlan(ProjectId project, Optional<LocalDate> inPlanFrom) implements RuleBroken {
        @Override
        public String code() {
            return "PROJECT_OFF_PLAN";
        }

        @Override
        public String message() {
            return inPlanFrom
                    .map(d -> "Project " + project + " is in the plan only from " + d + " on.")
                    .orElse("Project " + project + " is in no issued plan; it takes no money.");
        }
    }

    record ProjectFrozen(ProjectId project, LocalDate since) implements RuleBroken {
        @Override
        public String code() {
            return "PROJECT_FROZEN";
        }

        @Override
        public String message() {
            return "Project %s is frozen since %s; it takes no outgoing money."
                    .formatted(project, since);
        }
    }

    record ProjectIsClosed(ProjectId project, LocalDate on) implements RuleBroken {
        @Override
        public String code() {
            return "PROJECT_CLOSED";
        }

        @Override
        public String message() {
            return "Project " + project + " was closed on " + on + "; it takes no more money.";
        }
    }

    record CrossChannel(ProjectId from, Channel fromChannel, ProjectId to, Channel toChannel)
            implements RuleBroken {
        @Override
        public String code() {
            return "CROSS_CHANNEL";
        }

        @Override
        public String message() {
            return "No money moves from channel %s (%s) to channel %s (%s)."
                    .formatted(fromChannel, from, toChannel, to);
        }
    }

    record AdjustmentNotApproved(AdjustmentId adjustment, Optional<LocalDate> approvedOn)
            implements RuleBroken {
        @Override
        public String code() {
            return "ADJUSTMENT_NOT_APPROVED";
        }

        @Override
        public String message() {
            return approvedOn
                    .map(d -> "Adjustment " + adjustment + " takes effect only on " + d + ".")
                    .orElse("Adjustment " + adjustment + " is not approved yet.");
        }
    }

    record NotInAdjustment(AdjustmentId adjustment, List<ProjectId> projects)
            implements RuleBroken {
        @Override
        public String code() {
            return "NOT_IN_ADJUSTMENT";
        }

        @Override
        public String message() {
            return "Adjustment %s does not name %s; both projects must be in it."
                    .formatted(adjustment, projects);
        }
    }

    /**
     * @param acceptable what the adjustment takes from the project's plan and is not reallocated
     *     from that day on
     */
    record AdjustmentNotEnough(
            AdjustmentId adjustment, ProjectId from, Money requested, Money acceptable)
            implements RuleBroken {
        @Override
        public String code() {
            return "ADJUSTMENT_NOT_ENOUGH";
        }

        @Override
        public String message() {
            return "Adjustment %s lets only %s more go from %s from that day on, not %s."
                    .formatted(adjustment, acceptable, from, requested);
        }
    }

    /**
     * @param requested what was to be reallocated, or undone
     * @param acceptable what of the reclaim is free from that day on
     */
    record ReclaimNotEnough(PostingId reclaim, Money requested, Money acceptable)
            implements RuleBroken {
        @Override
        public String code() {
            return "RECLAIM_NOT_ENOUGH";
        }

        @Override
        public String message() {
            return "Of reclaim %s only %s is not reallocated from that day on, not %s."
                    .formatted(reclaim, acceptable, requested);
        }
    }

    record ReviewsMissing(List<String> missing) implements RuleBroken {
        @Override
        public String code() {
            return "REVIEWS_MISSING";
        }

        @Override
        public String message() {
            return "Reviews still to come: " + String.join("; ", missing) + ".";
        }
    }

    record FloorMissed(Money flagged, Money planned, BigDecimal percent, BigDecimal floorPercent)
            implements RuleBroken {
        @Override
        public String code() {
            return "LIVELIHOOD_FLOOR_MISSED";
        }

        @Override
        public String message() {
            return "%s of %s planned is for livelihood and grassroots: %s %%, at least %s %% is due."
                    .formatted(flagged, planned, percent, floorPercent);
        }
    }

    record NewProjectOutsideMidTerm(ProjectId project) implements RuleBroken {
        @Override
        public String code() {
            return "NEW_PROJECT_OUTSIDE_MID_TERM";
        }

        @Override
        public String message() {
            return "Project %s is new; only a MID_TERM adjustment may admit it.".formatted(project);
        }
    }

    record AgreementsMissing(AdjustmentId adjustment, List<Party> missing) implements RuleBroken {
        @Override
        public String code() {
            return "AGREEMENTS_MISSING";
        }

        @Override
        public String message() {
            return "Before approval, adjustment %s needs the agreement of %s."
                    .formatted(adjustment, missing);
        }
    }

    record SameActor(Actor actor, String did) implements RuleBroken {
        @Override
        public String code() {
            return "SAME_ACTOR";
        }

        @Override
        public String message() {
            return actor + " " + did + " already; another person has to sign here.";
        }
    }

    record OutOfOrder(String what, LocalDate effective, LocalDate earliest) implements RuleBroken {
        @Override
        public String code() {
            return "OUT_OF_ORDER";
        }

        @Override
        public String message() {
            return "%s cannot be dated %s; the earliest is %s."
                    .formatted(what, effective, earliest);
        }
    }

    /**
     * @param startedOn when it did start, if it did
     */
    record NotStarted(ProjectId project, Optional<LocalDate> startedOn) implements RuleBroken {
        @Override
        public String code() {
            return "NOT_STARTED";
        }

        @Override
        public String message() {
            return startedOn
                    .map(d -> "Project " + project + " started only on " + d + ".")
                    .orElse("Project " + project + " has not started.");
        }
    }

    record NotCompleted(ProjectId project, Optional<LocalDate> completedOn) implements RuleBroken {
        @Override
        public String code() {
            return "NOT_COMPLETED";
        }

        @Override
        public String message() {
            return completedOn
                    .map(d -> "Project " + project + " was completed only on " + d + ".")
                    .orElse("Project " + project + " is not completed.");
        }
    }

    /**
     * @param missing acceptance of the works, of the archive, or both
     */
    record AcceptanceMissing(ProjectId project, List<String> missing) implements RuleBroken {
        @Override
        public String code() {
            return "ACCEPTANCE_MISSING";
        }

        @Override
        public String message() {
            return "Project %s cannot be closed before: %s."
                    .formatted(project, String.join(", ", missing));
        }
    }

    record MoneyLeft(ProjectId project, Money unspent, Money held) implements RuleBroken {
        @Override
        public String code() {
            return "MONEY_LEFT";
        }

        @Override
        public String message() {
            return "Project %s still has %s allocated and not disbursed, %s disbursed and not paid."
                    .formatted(project, unspent, held);
        }
    }

    record ContractMissing(ProjectId project, Optional<LocalDate> firstContract)
            implements RuleBroken {
        @Override
        public String code() {
            return "CONTRACT_MISSING";
        }

        @Override
        public String message() {
            return firstContract
                    .map(d -> "Project " + project + " has a contract only from " + d + " on.")
                    .orElse("Project " + project + " has no contract to change.");
        }
    }

    /**
     * @param missing consultant's opinion, linked officer, or both
     */
    record ChangeOrderUnsupported(String changeOrder, List<String> missing) implements RuleBroken {
        @Override
        public String code() {
            return "CHANGE_ORDER_UNSUPPORTED";
        }

        @Override
        public String message() {
            return "Change order %s does not count without: %s."
                    .formatted(changeOrder, String.join(", ", missing));
        }
    }

    /** Started before the plan approved it (未批先建, R10): recorded and noted in every fund. */
    record StartedBeforeApproval(ProjectId project, LocalDate on, Optional<LocalDate> approvedOn)
            implements RuleBroken {
        @Override
        public String code() {
            return "STARTED_BEFORE_APPROVAL";
        }

        @Override
        public String message() {
            return "Project %s started on %s, %s."
                    .formatted(
                            project,
                            on,
                            approvedOn
                                    .map(d -> "before its approval on " + d)
                                    .orElse("without approval"));
        }
    }

    /** Published figures that cannot all be true: recorded and noted in every fund. */
    record FiguresContradict(String contradiction) implements RuleBroken {
        @Override
        public String code() {
            return "FIGURES_CONTRADICT";
        }

        @Override
        public String message() {
            return "Published figures contradict each other: " + contradiction + ".";
        }
    }
}
