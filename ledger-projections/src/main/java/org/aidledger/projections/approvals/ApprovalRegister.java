package org.aidledger.projections.approvals;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
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
                and asked.fund = any(:funds)
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

    private static final String FUNDS =
            """
            select distinct on (fund) fund, organisation
            from read.fund
            order by fund, position
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
                reads.ask(
                        new Question(Right.APPROVALS, fund, Optional.empty()),
                        jdbc ->
                                registered(
                                        jdbc,
                                        jdbc.sql(ASKED)
                                                .param("known", Reads.known(asOf))
                                                .param("after", after.position())
                                                .param("funds", visible(jdbc, fund))
                                                .param("status", status.map(Enum::name).orElse(""))
                                                .param("rows", limit + 1)
                                                .query(ApprovalRegister::id)
                                                .list(),
                                        asOf));
        return Page.of(rows, limit, r -> new Cursor(r.position(), 0));
    }

    /** One request; empty if there is none, or was none known by then. */
    public Optional<RegisteredApproval> find(ApprovalId approval, Instant known) {
        Optional<RegisteredApproval> found =
                reads
                        .ask(
                                new Question(Right.APPROVALS, Optional.empty(), Optional.empty()),
                                jdbc -> registered(jdbc, List.of(approval), at(known)))
                        .stream()
                        .findFirst();
        found.ifPresent(a -> reads.require(Question.of(Right.APPROVALS, a.fund())));
        return found;
    }

    /** What was approved after a position and waits to be carried out. */
    public Unfinished unfinished(long after) {
        return reads.ask(
                new Question(Right.APPROVALS, Optional.empty(), Optional.empty()),
                jdbc ->
                        new Unfinished(
                                jdbc.sql(UNFINISHED)
                                        .param("after", after)
                                        .query(ApprovalRegister::id)
                                        .list(),
                                Reads.position(jdbc)));
    }

    /** The fund asked about, or all that whoever asks may know of. */
    private String[] visible(JdbcClient jdbc, Optional<FundId> fund) {
        return fund.map(f -> new String[] {f.value()})
                .orElseGet(() ->
                        jdbc.sql(FUNDS).query(Owned::read).list().stream()
                                .filter(f -> reads.sees(f.fund(), f.organisation()))
                                .map(f -> f.fund().value())
                                .toArray(String[]::new));
    }

    private record Owned(FundId fund, Organisation organisation) {

        static Owned read(ResultSet row, int number) throws SQLException {
            return new Owned(
                    new FundId(row.getString("fund")),
                    new Organisation(row.getString("organisation")));
        }
    }

    private static ApprovalId id(ResultSet row, int number) throws SQLException {
        return new ApprovalId(row.getString(1));
    }

    private static List<RegisteredApproval> registered(
            JdbcClient jdbc, Collection<ApprovalId> approvals, AsOf asOf) {
        return jdbc
                .sql(STAGES)
                .param(
                        "approvals",
                        approvals.stream().map(ApprovalId::value).toArray(String[]::new))
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
