package org.aidledger.projections.samples;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Question;
import org.aidledger.access.Right;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.aidledger.projections.journal.Outflows;
import org.aidledger.projections.reading.Reads;
import org.aidledger.sample.Population;
import org.aidledger.sample.PopulationKind;
import org.aidledger.sample.SampleEvent;
import org.aidledger.sample.SampleId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads samples, and what they are drawn from. */
public final class SampleRegister {

    private static final String DRAWN =
            """
            select sample, position
            from read.sample
            where drawn and recorded <= :known and position > :after and fund = any(:funds)
            order by position
            limit :rows
            """;

    private static final String FUNDS =
            """
            select distinct on (fund) fund, organisation
            from read.fund
            order by fund, position
            """;

    private static final String CURRENCY =
            """
            select currency, scale
            from read.fund
            where fund = :fund and effective <= :effective and recorded <= :known
            order by position
            limit 1
            """;

    private final Reads reads;
    private final EventLog log;

    public SampleRegister(Reads reads, EventLog log) {
        this.reads = reads;
        this.log = log;
    }

    /**
     * Samples in the order of drawing, each as known at an instant.
     *
     * @param fund only those of one fund
     */
    public Page<RegisteredSample> page(
            Optional<FundId> fund, Instant known, Cursor after, int limit) {
        AsOf ever = new AsOf(LocalDate.MAX, known);
        List<SampleId> ids =
                reads.ask(
                        new Question(Right.SAMPLES, fund, Optional.empty()),
                        jdbc ->
                                jdbc.sql(DRAWN)
                                        .param("known", Reads.known(ever))
                                        .param("after", after.position())
                                        .param("funds", visible(jdbc, fund))
                                        .param("rows", limit + 1)
                                        .query((row, _) -> new SampleId(row.getString("sample")))
                                        .list());
        return Page.of(
                ids.stream().flatMap(id -> read(id, known).stream()).toList(),
                limit,
                s -> new Cursor(s.position(), 0));
    }

    /** One sample; empty if there is none, or was none known by then. */
    public Optional<RegisteredSample> find(SampleId sample, Instant known) {
        reads.require(new Question(Right.SAMPLES, Optional.empty(), Optional.empty()));
        Optional<RegisteredSample> found = read(sample, known);
        found.ifPresent(s -> reads.require(Question.of(Right.SAMPLES, s.fund())));
        return found;
    }

    /** From the events themselves, so that whoever has just marked an item sees the mark. */
    private Optional<RegisteredSample> read(SampleId sample, Instant known) {
        List<Recorded<SampleEvent>> events = new ArrayList<>();
        log.readStream(
                SampleEvent.stream(sample),
                recorded -> {
                    if (recorded.event() instanceof SampleEvent event
                            && !recorded.recorded().isAfter(known)) {
                        events.add(
                                new Recorded<>(
                                        recorded.position(),
                                        recorded.eventId(),
                                        recorded.sequence(),
                                        recorded.recorded(),
                                        event));
                    }
                });
        return events.isEmpty() ? Optional.empty() : Optional.of(RegisteredSample.of(events));
    }

    /** What there is to draw from; empty if the fund is unknown. */
    public Optional<Population> population(FundId fund, PopulationKind kind, AsOf asOf) {
        return reads.ask(
                Question.of(Right.SAMPLES, fund, asOf),
                jdbc ->
                        Reads.at(jdbc, CURRENCY, fund, asOf)
                                .query((row, _) ->
                                        new Denomination(
                                                row.getString("currency"), row.getInt("scale")))
                                .optional()
                                .map(d -> population(jdbc, fund, kind, asOf, d)));
    }

    private static Population population(
            JdbcClient jdbc, FundId fund, PopulationKind kind, AsOf asOf, Denomination in) {
        List<Outflows.Outflow> outflows =
                switch (kind) {
                    case DISBURSEMENTS -> Outflows.disbursements(jdbc, fund, asOf);
                    case PAYMENTS -> Outflows.payments(jdbc, fund, asOf);
                };
        return new Population(
                in,
                outflows.stream()
                        .map(o ->
                                new Population.Member(
                                        o.position(), o.posting(), new Money(o.minorUnits(), in)))
                        .toList());
    }

    /** The fund asked about, or all that whoever asks may know of. */
    private String[] visible(JdbcClient jdbc, Optional<FundId> fund) {
        return fund.map(f -> new String[] {f.value()})
                .orElseGet(() ->
                        jdbc
                                .sql(FUNDS)
                                .query((row, _) ->
                                        reads.sees(
                                                        new FundId(row.getString("fund")),
                                                        new Organisation(
                                                                row.getString("organisation")))
                                                ? row.getString("fund")
                                                : "")
                                .list()
                                .stream()
                                .filter(f -> !f.isEmpty())
                                .toArray(String[]::new));
    }
}
