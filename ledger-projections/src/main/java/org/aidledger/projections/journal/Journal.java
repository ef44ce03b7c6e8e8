package org.aidledger.projections.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.event.StoredAs;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.reading.Reads;
import org.aidledger.projections.summary.Summary;
import org.aidledger.projections.tally.Measure;
import org.aidledger.projections.tally.Stretch;
import org.aidledger.projections.tally.Walk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads the journal: amounts from the trail, what its lines are about from their events. */
public final class Journal {

    private static final String LINES =
            """
            select t.position, t.projects, t.lines, f.currency, f.scale
            from (
                select e.position, e.projects, e.lines
                from unnest(:starts, :ends) as s(start, finish)
                join read.trail e on e.fund = :fund
                    and e.position >= s.start
                    and e.position <= s.finish
                where e.effective <= :effective and e.recorded <= :known
                    and e.position >= :from
                    and e.measures & :measures <> 0
                    and (:project = '' or :project = any(e.projects))
                order by e.position
                limit :rows) as t
            cross join (select currency, scale from read.fund where fund = :fund limit 1) f
            order by t.position
            """;

    private final Reads reads;
    private final EventLog log;

    public Journal(Reads reads, EventLog log) {
        this.reads = reads;
        this.log = log;
    }

    private record Line(long position, int number, Measure measure, String project, Money amount) {}

    private record Row(long position, List<Line> lines) {}

    /** Lines in the order in which the ledger learned of them; none if the fund is unknown. */
    public Page<JournalLine> lines(
            FundId fund, AsOf asOf, JournalFilter filter, Cursor after, int limit) {
        List<Line> lines =
                reads.ask(
                        Question.of(Right.JOURNAL, fund, asOf),
                        jdbc -> {
                            StatementSpec statement = statement(jdbc, fund, asOf, filter);
                            return Walk.collect(
                                    jdbc,
                                    fund,
                                    asOf,
                                    after.position() - 1,
                                    limit + 1,
                                    (stretches, most) ->
                                            lines(statement, stretches, filter, after, most));
                        });
        Page<Line> page = Page.of(lines, limit, l -> new Cursor(l.position(), l.number()));
        Map<Long, Recorded<LedgerEvent>> events = new HashMap<>();
        log.at(page.items().stream().map(Line::position).distinct().toList())
                .forEach(e -> events.put(e.position(), e));
        return page.map(l -> line(l, Objects.requireNonNull(events.get(l.position()))));
    }

    private static StatementSpec statement(
            JdbcClient jdbc, FundId fund, AsOf asOf, JournalFilter filter) {
        return Reads.at(jdbc, LINES, fund, asOf)
                .param("measures", filter.measures())
                .param("project", filter.ofProject());
    }

    /** Those of some stretches, so many at most, or a few more. */
    private static List<Line> lines(
            StatementSpec statement,
            List<Stretch> stretches,
            JournalFilter filter,
            Cursor after,
            int most) {
        List<Line> lines = new ArrayList<>();
        long from = after.position();
        // Again if need be: not every row that may have a line that is wanted has one.
        while (true) {
            List<Row> rows =
                    statement
                            .param("starts", Walk.starts(stretches))
                            .param("ends", Walk.ends(stretches))
                            .param("from", from)
                            .param("rows", most)
                            .query((row, _) -> row(row, filter, after))
                            .list();
            rows.forEach(row -> lines.addAll(row.lines()));
            if (rows.size() < most || lines.size() >= most) {
                return lines;
            }
            from = rows.getLast().position() + 1;
        }
    }

    private static Row row(ResultSet row, JournalFilter filter, Cursor after) throws SQLException {
        long position = row.getLong("position");
        Denomination denomination =
                new Denomination(row.getString("currency"), row.getInt("scale"));
        List<Line> lines = new ArrayList<>();
        PackedLines.read(
                row,
                (number, measure, project, amount) -> {
                    boolean follows = position > after.position() || number > after.line();
                    if (follows && filter.takes(measure, project)) {
                        lines.add(
                                new Line(
                                        position,
                                        number,
                                        measure,
                                        project,
                                        new Money(amount, denomination)));
                    }
                });
        return new Row(position, lines);
    }

    private static JournalLine line(Line line, Recorded<LedgerEvent> stored) {
        LedgerEvent event = stored.event();
        Account.Kind kind = line.measure().account().orElseThrow();
        return new JournalLine(
                line.position(),
                line.number(),
                stored.eventId(),
                event.voucher().postingId().value(),
                event.getClass().getAnnotation(StoredAs.class).value(),
                event.voucher().effective(),
                stored.recorded(),
                line.measure().movement().orElseThrow(),
                line.project().isEmpty()
                        ? Account.of(kind)
                        : Account.of(kind, new ProjectId(line.project())),
                line.amount(),
                event instanceof FundEvent moving ? Summary.of(moving) : "",
                event.voucher().note());
    }
}
