package org.aidledger.projections.budget;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.standing.Ground;
import org.aidledger.projections.tally.FundTally;
import org.aidledger.projections.tally.Tallies;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads funds' figures at any point in time. */
public final class Budgets {

    /** Funds read with one statement. */
    private static final int SLICE = 20;

    private final Reads reads;
    private final Tallies tallies;
    private final Enrolments enrolments = new Enrolments();

    public Budgets(Reads reads, Tallies tallies) {
        this.reads = reads;
        this.tallies = tallies;
    }

    /** The figures of one fund; empty if it was not open, or not known, by then. */
    public Optional<FundFigures> of(FundId fund, AsOf asOf) {
        return reads.ask(
                        Question.of(Right.FIGURES, fund, asOf),
                        jdbc -> statements(jdbc, some(jdbc, fund, asOf), asOf).get().findFirst())
                .map(s -> s.figures(asOf));
    }

    /** The figures of one fund, with what it takes to go on from them event by event. */
    public Optional<Ground> ground(FundId fund, AsOf asOf) {
        return reads.ask(
                        Question.of(Right.FIGURES, fund, asOf),
                        jdbc -> statements(jdbc, some(jdbc, fund, asOf), asOf).get().findFirst())
                .map(s -> s.ground(asOf));
    }

    /**
     * The figures of every fund that was open and known by then and that whoever asks may see, in
     * the order of their ids. While the database reads some funds, those read before are worked
     * out.
     */
    public List<FundFigures> all(AsOf asOf) {
        List<CompletableFuture<List<FundFigures>>> work =
                reads.ask(
                        Question.ofAll(Right.FIGURES, asOf),
                        jdbc -> {
                            List<OpenedFund> opened = seen(OpenedFund.all(jdbc, asOf));
                            List<CompletableFuture<List<FundFigures>>> slices = new ArrayList<>();
                            for (int from = 0; from < opened.size(); from += SLICE) {
                                int to = Math.min(opened.size(), from + SLICE);
                                Supplier<Stream<FundStatement>> statements =
                                        statements(jdbc, opened.subList(from, to), asOf);
                                slices.add(
                                        CompletableFuture.supplyAsync(() ->
                                                statements
                                                        .get()
                                                        .map(s -> s.figures(asOf))
                                                        .toList()));
                            }
                            return slices;
                        });
        return work.stream().flatMap(slice -> slice.join().stream()).toList();
    }

    /**
     * The figures of some funds, in the order of their ids; those that were not open, or not known,
     * by then are left out.
     */
    public List<FundFigures> some(List<FundId> funds, AsOf asOf) {
        funds.forEach(fund -> reads.require(Question.of(Right.FIGURES, fund, asOf)));
        return reads.ask(
                Question.ofAll(Right.FIGURES, asOf),
                jdbc -> {
                    List<FundFigures> figures = new ArrayList<>();
                    for (int from = 0; from < funds.size(); from += SLICE) {
                        List<FundId> slice =
                                funds.subList(from, Math.min(funds.size(), from + SLICE));
                        statements(jdbc, OpenedFund.some(jdbc, slice, asOf), asOf)
                                .get()
                                .map(s -> s.figures(asOf))
                                .forEach(figures::add);
                    }
                    return figures;
                });
    }

    /**
     * What a fund and its projects are called.
     *
     * @param projects by their ids
     */
    public record Names(String fund, Map<String, String> projects) {

        /** The names of projects, or the ids of those that have none. */
        public List<String> of(Collection<String> ids) {
            return ids.stream().map(id -> projects.getOrDefault(id, id)).toList();
        }
    }

    /**
     * The names of some funds and their projects; those that were not open, or not known, by then,
     * or that whoever asks may not see, are left out.
     */
    public Map<FundId, Names> names(Collection<FundId> funds, AsOf asOf) {
        return reads.ask(
                Question.ofAll(Right.FIGURES, asOf),
                jdbc -> {
                    Map<FundId, Map<String, ProjectProfile>> profiles = enrolments.of(jdbc, funds);
                    return seen(OpenedFund.some(jdbc, funds, asOf)).stream()
                            .collect(
                                    Collectors.toMap(
                                            OpenedFund::fund,
                                            f ->
                                                    names(
                                                            f,
                                                            profiles.getOrDefault(
                                                                    f.fund(), Map.of()))));
                });
    }

    private static Names names(OpenedFund fund, Map<String, ProjectProfile> profiles) {
        Map<String, String> projects = new HashMap<>();
        profiles.forEach((id, profile) -> projects.put(id, profile.name()));
        return new Names(fund.name(), projects);
    }

    private List<OpenedFund> seen(List<OpenedFund> opened) {
        return opened.stream().filter(f -> reads.sees(f.fund(), f.organisation())).toList();
    }

    private static List<OpenedFund> some(JdbcClient jdbc, FundId fund, AsOf asOf) {
        return OpenedFund.some(jdbc, List.of(fund), asOf);
    }

    /** Reads what statements are made of; making them takes no database. */
    private Supplier<Stream<FundStatement>> statements(
            JdbcClient jdbc, List<OpenedFund> opened, AsOf asOf) {
        List<FundId> ids = opened.stream().map(OpenedFund::fund).toList();
        Supplier<Map<FundId, FundTally>> read = tallies.read(jdbc, ids, asOf);
        Map<FundId, Map<String, ProjectProfile>> profiles = enrolments.of(jdbc, ids);
        return () -> {
            Map<FundId, FundTally> tally = read.get();
            return opened.stream()
                    .map(f ->
                            new FundStatement(
                                    f,
                                    Objects.requireNonNull(tally.get(f.fund())),
                                    profiles.getOrDefault(f.fund(), Map.of())));
        };
    }
}
