package org.aidledger.projections.approvals;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was asked for and what became of it. */
public final class ApprovalRegister {

    private static final String ASKED =
            """
            select asked.approval
            from read.approval asked
            where asked.stage = 'REQUESTED' and asked.recorded <= :known and asked.position > :after
                and (:fund = '' or asked.fund = :fund)
                and (:status = ''
                    or :status = (
                        select later.status
                        from read.approval later
                        where later.approval = asked.approval and later.recorded <= :known
                        order by later.position desc, later.line desc
                        limit 1))
            order by asked.position
            limit :rows
            """;

    private static final String STAGES =
            """
            select position, approval, fund, effective, recorded, kind, status, actor, posting_id,
                   subject, projects, amount, role, code, reason
            from read.approval
            where approval = any(:approvals) and recorded <= :known
            order by position, line
            """;

    private static final String UNFINISHED =
            """
            select given.approval
            from read.approval given
            where given.status = 'APPROVED' and given.position > :after
                and not exists (
                    select from read.approval later
                    where later.approval = given.approval and later.position > given.position)
            order by given.position
            """;

    private final Reads reads;

    public ApprovalRegister(Reads reads) {
        this.reads = reads;
    }

    /**
     * Approvals that were given and have not been carried out.
     *
     * @param upTo the read side's position; what was given before it and is not here is done
     */
    public record Unfinished(List<ApprovalId> approvals, long upTo) {

        public Unfinished {
            approvals = List.copyOf(approvals);
        }
    }

    /**
     * Requests in the order of asking.
     *
     * @param fund only those of one fund
     * @param status only those that have come just so far
     */
    public Page<RegisteredApproval> page(
            Optional<FundId> fund,
            Optional<ApprovalStatus> status,
            Instant known,
            Cursor after,
            int limit) {
        AsOf asOf = at(known);
        List<RegisteredApproval> rows =
                reads.ask(jdbc ->
                        registered(
                                jdbc,
                                jdbc.sql(ASKED)
                                        .param("known", Reads.known(asOf))
                                        .param("after", after.position())
                                        .param("fund", fund.map(FundId::value).orElse(""))
                                        .param("status", status.map(Enum::name).orElse(""))
                                        .param("rows", limit + 1)
                                        .query((row, _) -> row.getString("approval"))
                                        .list(),
                                asOf));
        return Page.of(rows, limit, r -> new Cursor(r.position(), 0));
    }

    /** One request; empty if there is none, or was none known by then. */
    public Optional<RegisteredApproval> find(ApprovalId approval, Instant known) {
        return reads.ask(jdbc -> registered(jdbc, List.of(approval.value()), at(known))).stream()
                .findFirst();
    }

    /** What was approved after a position and waits to be carried out. */
    public Unfinished unfinished(long after) {
        return reads.ask(jdbc ->
                new Unfinished(
                        jdbc.sql(UNFINISHED)
                                .param("after", after)
                                .query((row, _) -> new ApprovalId(row.getString("approval")))
                                .list(),
                        Reads.position(jdbc)));
    }

    private static List<RegisteredApproval> registered(
            JdbcClient jdbc, Collection<String> approvals, AsOf asOf) {
        return jdbc
                .sql(STAGES)
                .param("approvals", approvals.toArray(String[]::new))
                .param("known", Reads.known(asOf))
                .query(Stages.Row::read)
                .list()
                .stream()
                .collect(groupingBy(Stages.Row::approval, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(stages -> new Stages(stages).registered())
                .toList();
    }

    private static AsOf at(Instant known) {
        return new AsOf(LocalDate.MAX, known);
    }
}
