package org.aidledger.fund;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.aidledger.fund.PlanEvent.AdjustmentDropped;
import org.aidledger.fund.PlanEvent.AdjustmentProposed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.PlanPhaseAdded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.memory.MemoryReader;
import org.aidledger.memory.MemoryWriter;
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

        void write(MemoryWriter out) {
            out.text(profile.name());
            out.text(profile.category());
            out.text(profile.place());
            out.choice(profile.channel());
            out.choice(profile.kind());
            out.choice(profile.delivery());
            out.flag(profile.capital());
            out.flag(profile.livelihood());
            out.flag(profile.grassroots());
            out.flag(profile.enterprise());
            out.date(enrolledOn);
            planned.write(out);
            investment.write(out);
            out.map(reviews, out::choice, results -> out.map(results, out::date, out::flag));
            out.flag(cancelled);
            out.optional(inPlanFrom, out::date);
        }

        static Entry from(MemoryReader in) {
            Entry entry = new Entry(profile(in), in.date());
            entry.planned.read(in);
            entry.investment.read(in);
            in.map(
                    entry.reviews,
                    () -> in.choice(Review.class),
                    () -> {
                        TreeMap<LocalDate, Boolean> results = new TreeMap<>();
                        in.map(results, in::date, in::flag);
                        return results;
                    });
            entry.cancelled = in.flag();
            entry.inPlanFrom = in.optional(in::date);
            return entry;
        }

        private static ProjectProfile profile(MemoryReader in) {
            return new ProjectProfile(
                    in.text(),
                    in.text(),
                    in.text(),
                    in.choice(Channel.class),
                    in.choice(ProjectProfile.Kind.class),
                    in.choice(ProjectProfile.Delivery.class),
                    in.flag(),
                    in.flag(),
                    in.flag(),
                    in.flag());
        }

        /** The reviews not passed by a date; what cancelled the project counts on every day. */
        Set<Review> missingReviews(LocalDate date) {
            Set<Review> missing = EnumSet.allOf(Review.class);
            missing.removeIf(r -> latest(r, date).orElse(false) && !hasCancelled(r));
            return missing;
        }

        private boolean hasCancelled(Review review) {
            return cancelled
                    && review != Review.COMPLETENESS
                    && Optional.ofNullable(reviews.get(review))
                            .filter(results -> results.containsValue(false))
                            .isPresent();
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
        boolean dropped;

        Adjustment(AdjustmentKind kind, List<PlanChange> changes, LocalDate proposedOn) {
            this.kind = kind;
            this.changes = changes;
            this.proposedOn = proposedOn;
        }

        void write(MemoryWriter out) {
            out.choice(kind);
            out.many(
                    changes,
                    change -> {
                        out.text(change.project().value());
                        MoneyMemory.write(out, change.planned());
                        MoneyMemory.write(out, change.investment());
                    });
            out.date(proposedOn);
            out.map(
                    agreed,
                    out::choice,
                    signature -> {
                        out.text(signature.actor().name());
                        out.date(signature.on());
                    });
            out.optional(approvedOn, out::date);
            out.flag(dropped);
        }

        static Adjustment from(MemoryReader in) {
            Adjustment adjustment =
                    new Adjustment(in.choice(AdjustmentKind.class), changes(in), in.date());
            in.map(
                    adjustment.agreed,
                    () -> in.choice(Party.class),
                    () -> new Signature(new Actor(in.text()), in.date()));
            adjustment.approvedOn = in.optional(in::date);
            adjustment.dropped = in.flag();
            return adjustment;
        }

        private static List<PlanChange> changes(MemoryReader in) {
            return List.copyOf(
                    in.many(
                            new ArrayList<>(),
                            () ->
                                    new PlanChange(
                                            new ProjectId(in.text()),
                                            MoneyMemory.read(in),
                                            MoneyMemory.read(in))));
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
            case AdjustmentDropped e -> knownAdjustment(e.adjustment()).dropped = true;
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

    void write(MemoryWriter out) {
        out.map(entries, project -> out.text(project.value()), entry -> entry.write(out));
        out.map(adjustments, id -> out.text(id.value()), adjustment -> adjustment.write(out));
        out.optional(issuedOn, out::date);
        out.number(version);
    }

    /** Fills an empty one. */
    void read(MemoryReader in) {
        in.map(entries, () -> new ProjectId(in.text()), () -> Entry.from(in));
        in.map(adjustments, () -> new AdjustmentId(in.text()), () -> Adjustment.from(in));
        issuedOn = in.optional(in::date);
        version = (int) in.number();
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
