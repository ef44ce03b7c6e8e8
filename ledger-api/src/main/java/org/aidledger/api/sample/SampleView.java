package org.aidledger.api.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.http.Columns;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;
import org.aidledger.projections.samples.RegisteredSample;
import org.aidledger.projections.samples.RegisteredSample.Closing;
import org.aidledger.projections.samples.Ticked;
import org.aidledger.projections.samples.Ticked.Note;
import org.aidledger.projections.samples.Ticked.Tick;
import org.aidledger.sample.Mark;
import org.aidledger.sample.PopulationKind;
import org.aidledger.sample.SampleId;

/**
 * A sample without its items.
 *
 * @param drawn how many items
 * @param left how many of these have no mark yet
 * @param examined to how many the question applied
 * @param exceptions how many of these were not as posted
 * @param projected the misstatement projected onto the population
 */
public record SampleView(
        SampleId sample,
        FundId fund,
        LocalDate asOf,
        Instant knownAt,
        PopulationKind population,
        int count,
        Money total,
        String currency,
        String digest,
        String design,
        String algorithm,
        String seed,
        Money start,
        int drawn,
        long left,
        int examined,
        int exceptions,
        Money misstated,
        Money projected,
        String drawnBy,
        Instant drawnAt,
        Optional<String> conclusion,
        Optional<String> closedBy,
        Optional<Instant> closedAt) {

    static final Columns<SampleView> ROW = Columns.of(SampleView.class);

    static SampleView of(RegisteredSample s) {
        return new SampleView(
                s.sample(),
                s.fund(),
                s.at().effective(),
                s.at().known(),
                s.population(),
                s.drawn().count(),
                s.drawn().total(),
                s.drawn().total().currency(),
                s.drawn().digest(),
                s.design().toString(),
                s.drawn().algorithm(),
                s.seed(),
                s.drawn().start(),
                s.items().size(),
                s.left(),
                s.result().examined(),
                s.result().exceptions(),
                s.result().misstated(),
                s.result().projected(),
                s.by(),
                s.drawnAt(),
                s.closing().map(Closing::conclusion),
                s.closing().map(Closing::by),
                s.closing().map(Closing::at));
    }

    /**
     * An item.
     *
     * @param misstated how much of an exception is wrong, or whole
     */
    public record ItemView(
            long position,
            String postingId,
            Money amount,
            int hits,
            Optional<Mark> mark,
            Optional<String> misstated,
            Optional<String> remark,
            Optional<String> finding,
            Optional<String> by,
            Optional<Instant> at,
            List<Note> notes) {

        static final Columns<ItemView> COLUMNS =
                new Columns<>(
                        List.of(
                                "position",
                                "postingId",
                                "amount",
                                "hits",
                                "mark",
                                "misstated",
                                "remark",
                                "finding",
                                "by",
                                "at",
                                "notes"),
                        i ->
                                List.of(
                                        i.position(),
                                        i.postingId(),
                                        i.amount(),
                                        i.hits(),
                                        i.mark(),
                                        i.misstated(),
                                        i.remark(),
                                        i.finding(),
                                        i.by(),
                                        i.at(),
                                        i.notes().stream().map(Note::remark).toList()));

        static ItemView of(Ticked ticked) {
            Optional<Tick> tick = ticked.tick();
            return new ItemView(
                    ticked.item().position(),
                    ticked.item().posting().value(),
                    ticked.item().amount(),
                    ticked.item().hits(),
                    tick.map(Tick::mark),
                    tick.filter(t -> t.mark() == Mark.EXCEPTION).map(t -> t.misstated().toString()),
                    tick.map(Tick::remark).filter(r -> !r.isEmpty()),
                    tick.map(Tick::finding).filter(f -> !f.isEmpty()),
                    tick.map(Tick::by),
                    tick.map(Tick::at),
                    ticked.notes());
        }
    }
}
