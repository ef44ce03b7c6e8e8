package org.aidledger.projections.journal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Account.Kind;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.Measure;

/** Reads how a project's money ran over time. */
public final class Courses {

    private static final String LINES =
            """
            select effective, projects, lines
            from read.trail
            where fund = :fund and effective <= :effective and recorded <= :known
                and measures & :measures <> 0
                and projects @> array[:project]::text[]
            """;

    private static final List<Kind> KINDS = List.of(Kind.ALLOCATED, Kind.HELD, Kind.PAID);

    private final Reads reads;

    public Courses(Reads reads) {
        this.reads = reads;
    }

    /**
     * A project's money at the end of a day, in minor units of its fund.
     *
     * @param disbursed net of recoveries
     * @param paid net of recoveries
     */
    public record Stand(LocalDate day, long allocated, long disbursed, long paid) {}

    /** The days on which money of a project moved, in order, each with what stood at its end. */
    public List<Stand> of(FundId fund, ProjectId project, AsOf asOf) {
        return reads.ask(
                Question.of(Right.FIGURES, fund, asOf),
                jdbc -> {
                    Map<LocalDate, Map<Kind, Long>> moved = new TreeMap<>();
                    Reads.at(jdbc, LINES, fund, asOf)
                            .param("measures", measures())
                            .param("project", project.value())
                            .query(row -> {
                                LocalDate day = row.getObject("effective", LocalDate.class);
                                PackedLines.read(
                                        row,
                                        (_, measure, of, amount) -> {
                                            if (of.equals(project.value())) {
                                                add(moved, day, measure, amount);
                                            }
                                        });
                            });
                    return stands(moved);
                });
    }

    private static void add(
            Map<LocalDate, Map<Kind, Long>> moved, LocalDate day, Measure measure, long amount) {
        measure.account()
                .filter(KINDS::contains)
                .ifPresent(kind ->
                        moved.computeIfAbsent(day, _ -> new EnumMap<>(Kind.class))
                                .merge(kind, amount, Math::addExact));
    }

    private static List<Stand> stands(Map<LocalDate, Map<Kind, Long>> moved) {
        List<Stand> stands = new ArrayList<>();
        long allocated = 0;
        long held = 0;
        long paid = 0;
        for (Map.Entry<LocalDate, Map<Kind, Long>> day : moved.entrySet()) {
            allocated += day.getValue().getOrDefault(Kind.ALLOCATED, 0L);
            held += day.getValue().getOrDefault(Kind.HELD, 0L);
            paid += day.getValue().getOrDefault(Kind.PAID, 0L);
            stands.add(new Stand(day.getKey(), allocated, held + paid, paid));
        }
        return stands;
    }

    private static long measures() {
        long bits = 0;
        for (Kind kind : KINDS) {
            for (Measure measure : Measure.of(kind)) {
                bits |= PackedLines.bit(measure);
            }
        }
        return bits;
    }
}
