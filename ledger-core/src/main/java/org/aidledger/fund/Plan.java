package org.aidledger.fund;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.aidledger.event.Actor;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanEvent.AdjustmentAgreed;
import org.aidledger.fund.PlanEvent.AdjustmentApproved;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.money.Money;

/** The plan of one fund: candidates, reviews, versions, adjustments. */
final class Plan {

    /** A project as the plan knows it. */
    static final class Entry {
        final ProjectProfile profile;
        final LocalDate enrolledOn;
        final Timeline planned = new Timeline();
        final Timeline investment = new Timeline();
        final Map<Review, TreeMap<LocalDate, Boolean>> reviews = new EnumMap<>(Review.class);
        boolean cancelled;
        Optional<LocalDate> inPlanFrom = Optional.empty();

        Entry(ProjectProfile profile, LocalDate enrolledOn) {
            this.profile = profile;
            this.enrolledOn = enrolledOn;
        }

        /** The reviews not passed by a date. */
        Set<Review> missingReviews(LocalDate date) {
            Set<Review> missing = EnumSet.allOf(Review.class);
            missing.removeIf(r -> latest(r, date).orElse(false));
            return missing;
        }

        /** R6: cancelled is final; papers found incomplete defer until they are complete. */
        ReviewOutcome outcome(LocalDate date) {
            if (cancelled) {
                return ReviewOutcome.CANCELLED;
            }
            return latest(Review.COMPLETENESS, date).orElse(true)
                    ? ReviewOutcome.CANDIDATE
                    : ReviewOutcome.DEFERRED;
        }

        private Optional<Boolean> latest(Review review, LocalDate date) {
            return Optional.ofNullable(reviews.get(review))
                    .map(results -> results.floorEntry(date))
                    .map(Map.Entry::getValue);
        }
    }

    /** An adjustment on its way through the three signatures. */
    static final class Adjustment {
        final AdjustmentKind kind;
        final List<PlanChange> changes;
        final LocalDate proposedOn;
        final Map<Party, Signature> agreed = new EnumMap<>(Party.class);
        Optional<LocalDate> approvedOn = Optional.empty();

        Adjustment(AdjustmentKind kind, List<PlanChange> changes, LocalDate proposedOn) {
            this.kind = kind;
            this.changes = changes;
            this.proposedOn = proposedOn;
        }

        /** No approval before the proposal or before a signature. */
        LocalDate earliestApproval() {
            return agreed.values().stream()
                    .map(Signature::on)
                    .reduce(proposedOn, (a, b) -> a.isAfter(b) ? a : b);
        }

        boolean isInForce(LocalDate date) {
            return approvedOn.filter(on -> !on.isAfter(date)).isPresent();
        }

        boolean names(ProjectId project) {
            return changes.stream().anyMatch(c -> c.project().equals(project));
        }
    }

    /** Who agreed, and when. */
    record Signature(Actor actor, LocalDate on) {}

    private final Map<ProjectId, Entry> entries = new TreeMap<>();
    private final Map<AdjustmentId, Adjustment> adjustments = new HashMap<>();
    private Optional<LocalDate> issuedOn = Optional.empty();
    private int version;

    void on(PlanEvent event) {
        LocalDate date = event.voucher().effective();
        switch (event) {
            case ProjectEnrolled e -> {
                Entry entry = new Entry(e.profile(), date);
                entries.put(e.project(), entry);
                plan(entry, date, e.planned(), e.investment());
            }
            case PlanPhaseAdded e -> plan(known(e.project()), date, e.planned(), e.investment());
            case ReviewRecorded e -> {
                Entry entry = known(e.project());
                entry.reviews
                        .computeIfAbsent(e.review(), _ -> new TreeMap<>())
                        .put(date, e.passed());
                entry.cancelled |= e.outcome() == ReviewOutcome.CANCELLED;
            }
            case PlanIssued e -> {
                version = e.version();
                issuedOn = Optional.of(date);
                e.projects().forEach(p -> known(p).inPlanFrom = Optional.of(date));
            }
            case AdjustmentProposed e ->
                    adjustments.put(e.adjustment(), new Adjustment(e.kind(), e.changes(), date));
            case AdjustmentAgreed e ->
                    knownAdjustment(e.adjustment())
                            .agreed
                            .put(e.party(), new Signature(e.voucher().actor(), date));
            case AdjustmentApproved e -> {
                version = e.version();
                knownAdjustment(e.adjustment()).approvedOn = Optional.of(date);
                e.admitted().forEach(p -> known(p).inPlanFrom = Optional.of(date));
                e.changes()
                        .forEach(c -> plan(known(c.project()), date, c.planned(), c.investment()));
            }
        }
    }

    private static void plan(Entry entry, LocalDate from, Money planned, Money investment) {
        entry.planned.add(from, planned.minorUnits());
        entry.investment.add(from, investment.minorUnits());
    }

    private Entry known(ProjectId project) {
        return entry(project).orElseThrow();
    }

    private Adjustment knownAdjustment(AdjustmentId id) {
        return adjustment(id).orElseThrow();
    }

    Optional<Entry> entry(ProjectId project) {
        return Optional.ofNullable(entries.get(project));
    }

    Optional<Adjustment> adjustment(AdjustmentId id) {
        return Optional.ofNullable(adjustments.get(id));
    }

    Map<ProjectId, Entry> entries() {
        return entries;
    }

    /** The date of the first version. */
    Optional<LocalDate> issuedOn() {
        return issuedOn;
    }

    int version() {
        return version;
    }
}
