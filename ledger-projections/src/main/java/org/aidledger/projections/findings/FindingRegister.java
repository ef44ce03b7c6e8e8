package org.aidledger.projections.findings;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.finding.FindingId;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;

/** Reads what was found and what became of it. */
public final class FindingRegister {

    private static final String STAGES =
            """
            select finding, stage, effective, actor, project, finding_type, amount, description,
                   source, leader, office, deadline, documents
            from read.finding
            where fund = :fund and effective <= :effective and recorded <= :known
            order by effective, position
            """;

    private static final String STEPS =
            """
            select position, stage, effective, recorded, actor, description, leader, office,
                   deadline, documents
            from read.finding
            where fund = :fund and effective <= :effective and recorded <= :known
                and finding = :finding
            order by position
            """;

    private static final String FUND_OF =
            """
            select s.fund, f.organisation
            from read.finding s
            cross join lateral (
                select organisation
                from read.fund
                where fund = s.fund
                order by position
                limit 1) as f
            where s.finding = :finding and s.effective <= :effective and s.recorded <= :known
            order by s.position
            limit 1
            """;

    private static final String IDS =
            """
            select distinct finding
            from read.finding
            where fund = :fund
            order by finding
            """;

    private static final String BREACHES =
            """
            select position, event_id, posting_id, code, subject, message, effective, recorded,
                   actor
            from read.breach
            where fund = :fund and effective <= :effective and recorded <= :known
                and position > :after
            order by position
            limit :rows
            """;

    private final Reads reads;

    public FindingRegister(Reads reads) {
        this.reads = reads;
    }

    /** Findings that people raised about a fund, in the order of raising. */
    public List<RegisteredFinding> findings(FundId fund, AsOf asOf) {
        Map<FindingId, List<StageRow>> stages = new LinkedHashMap<>();
        reads.ask(
                        Question.of(Right.FINDINGS, fund, asOf),
                        jdbc -> Reads.at(jdbc, STAGES, fund, asOf).query(StageRow::read).list())
                .forEach(s -> stages.computeIfAbsent(s.finding(), _ -> new ArrayList<>()).add(s));
        return stages.entrySet().stream()
                .flatMap(e -> registered(e.getKey(), fund, asOf.effective(), e.getValue()).stream())
                .toList();
    }

    private static Optional<RegisteredFinding> registered(
            FindingId finding, FundId fund, LocalDate on, List<StageRow> stages) {
        Rectifying rectifying = new Rectifying(finding, fund);
        stages.forEach(rectifying::add);
        return rectifying.on(on);
    }

    /** What became of a finding, step by step in the order of recording. */
    public List<FindingStep> steps(FundId fund, FindingId finding, AsOf asOf) {
        return reads.ask(
                Question.of(Right.FINDINGS, fund, asOf),
                jdbc ->
                        Reads.at(jdbc, STEPS, fund, asOf)
                                .param("finding", finding.value())
                                .query(FindingStep::read)
                                .list());
    }

    private record Raised(FundId fund, Organisation organisation) {}

    /** The fund that a finding is about; empty where whoever asks may not know of it. */
    public Optional<FundId> fundOf(FindingId finding, AsOf asOf) {
        return reads.ask(
                Question.ofAll(Right.FINDINGS, asOf),
                jdbc ->
                        Reads.at(jdbc.sql(FUND_OF).param("finding", finding.value()), asOf)
                                .query((row, _) ->
                                        new Raised(
                                                new FundId(row.getString("fund")),
                                                new Organisation(row.getString("organisation"))))
                                .optional()
                                .filter(r -> reads.sees(r.fund(), r.organisation()))
                                .map(Raised::fund));
    }

    /** The ids of all findings ever raised about a fund, at whatever time. */
    public List<FindingId> ids(FundId fund) {
        return reads.ask(
                Question.of(Right.FINDINGS, fund),
                jdbc ->
                        jdbc.sql(IDS)
                                .param("fund", fund.value())
                                .query((row, _) -> new FindingId(row.getString("finding")))
                                .list());
    }

    /** Breaches that the ledger noted by itself, in order. */
    public Page<NotedBreach> breaches(FundId fund, AsOf asOf, Cursor after, int limit) {
        List<NotedBreach> rows =
                reads.ask(
                        Question.of(Right.FINDINGS, fund, asOf),
                        jdbc ->
                                Reads.at(jdbc, BREACHES, fund, asOf)
                                        .param("after", after.position())
                                        .param("rows", limit + 1)
                                        .query((row, _) ->
                                                new NotedBreach(
                                                        row.getLong("position"),
                                                        row.getString("event_id"),
                                                        row.getString("posting_id"),
                                                        row.getString("code"),
                                                        row.getString("subject"),
                                                        row.getString("message"),
                                                        row.getObject("effective", LocalDate.class),
                                                        row.getObject(
                                                                        "recorded",
                                                                        OffsetDateTime.class)
                                                                .toInstant(),
                                                        row.getString("actor")))
                                        .list());
        return Page.of(rows, limit, b -> new Cursor(b.position(), 0));
    }
}
