package org.aidledger.projections.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Movement;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.tally.Walk;

/** Reads the journal. */
public final class Journal {

    private static final String LINES =
            """
            select j.position, j.line, t.event_id, t.posting_id, t.event_type, j.effective,
                   j.recorded, j.movement, j.kind, j.project, j.amount, t.summary, t.note,
                   f.currency, f.scale
            from (
                select p.*
                from unnest(:starts, :ends) as s(start, finish)
                join read.journal p on p.fund = :fund
                    and p.position >= s.start
                    and p.position <= s.finish
                where p.effective <= :effective and p.recorded <= :known
                    and (p.position, p.line) > (:afterPosition, :afterLine)
                    and (:project = '' or p.project = :project)
                    and (:kind = '' or (p.kind = :kind and p.project = :accountProject))
                    and (:movement = '' or p.movement = :movement)
                order by p.position, p.line
                limit :rows) as j
            cross join lateral (
                select e.event_id, e.posting_id, e.event_type, e.summary, e.note
                from read.trail e
                where e.fund = :fund and e.position = j.position
                limit 1) as t
            cross join (select currency, scale from read.fund where fund = :fund limit 1) f
            order by j.position, j.line
            """;

    private final Reads reads;

    public Journal(Reads reads) {
        this.reads = reads;
    }

    /** Lines in the order in which the ledger learned of them; none if the fund is unknown. */
    public Page<JournalLine> lines(
            FundId fund, AsOf asOf, JournalFilter filter, Cursor after, int limit) {
        List<JournalLine> rows =
                reads.ask(jdbc ->
                        Walk.collect(
                                jdbc,
                                fund,
                                asOf,
                                after.position() - 1,
                                limit + 1,
                                (stretches, most) ->
                                        Reads.at(jdbc, LINES, fund, asOf)
                                                .params(parameters(filter, after))
                                                .param("starts", Walk.starts(stretches))
                                                .param("ends", Walk.ends(stretches))
                                                .param("rows", most)
                                                .query(Journal::line)
                                                .list()));
        return Page.of(rows, limit, l -> new Cursor(l.position(), l.line()));
    }

    private static Map<String, Object> parameters(JournalFilter filter, Cursor after) {
        Optional<Account> account = filter.account();
        return Map.of(
                "afterPosition", after.position(),
                "afterLine", after.line(),
                "project", id(filter.project()),
                "kind", account.map(a -> a.kind().name()).orElse(""),
                "accountProject", id(account.flatMap(Account::project)),
                "movement", filter.movement().map(Movement::name).orElse(""));
    }

    private static JournalLine line(ResultSet row, int number) throws SQLException {
        Denomination denomination =
                new Denomination(row.getString("currency"), row.getInt("scale"));
        return new JournalLine(
                row.getLong("position"),
                row.getInt("line"),
                row.getString("event_id"),
                row.getString("posting_id"),
                row.getString("event_type"),
                row.getObject("effective", LocalDate.class),
                row.getObject("recorded", OffsetDateTime.class).toInstant(),
                Movement.valueOf(row.getString("movement")),
                account(row.getString("kind"), row.getString("project")),
                new Money(row.getLong("amount"), denomination),
                row.getString("summary"),
                row.getString("note"));
    }

    /** The account of a row. */
    public static Account account(String kind, String project) {
        return project.isEmpty()
                ? Account.of(Kind.valueOf(kind))
                : Account.of(Kind.valueOf(kind), new ProjectId(project));
    }

    private static String id(Optional<ProjectId> project) {
        return project.map(ProjectId::value).orElse("");
    }
}
