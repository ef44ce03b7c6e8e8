package org.aidledger.projections.samples;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.aidledger.projections.samples.Ticked.Note;
import org.aidledger.projections.samples.Ticked.Tick;
import org.aidledger.sample.Design;
import org.aidledger.sample.Drawn;
import org.aidledger.sample.PopulationKind;
import org.aidledger.sample.Result;
import org.aidledger.sample.SampleEvent;
import org.aidledger.sample.SampleEvent.ItemNoted;
import org.aidledger.sample.SampleEvent.ItemTicked;
import org.aidledger.sample.SampleEvent.SampleClosed;
import org.aidledger.sample.SampleEvent.SampleDrawn;
import org.aidledger.sample.SampleId;
import org.aidledger.sample.SampleState;

/**
 * A sample as it stands.
 *
 * @param at the point in time of the population
 * @param postingId of the drawing
 * @param position of its event
 * @param result what the marks so far come to
 * @param closing if it is closed
 */
public record RegisteredSample(
        SampleId sample,
        FundId fund,
        AsOf at,
        PopulationKind population,
        Design design,
        String seed,
        Drawn drawn,
        String postingId,
        String by,
        Instant drawnAt,
        long position,
        List<Ticked> items,
        Result result,
        Optional<Closing> closing) {

    public RegisteredSample {
        items = List.copyOf(items);
    }

    /** The end of the work. */
    public record Closing(String conclusion, String by, Instant at) {}

    /** How many items have no mark yet. */
    public long left() {
        return items.stream().filter(i -> i.tick().isEmpty()).count();
    }

    /**
     * The sample that its events make.
     *
     * @param events of one sample, in order; the first one drew it
     */
    static RegisteredSample of(List<Recorded<SampleEvent>> events) {
        Recorded<SampleEvent> first = events.getFirst();
        if (!(first.event() instanceof SampleDrawn drawn)) {
            throw new IllegalStateException("a sample does not begin with " + first);
        }
        SampleState state = new SampleState();
        Map<Long, Tick> ticks = new LinkedHashMap<>();
        Map<Long, List<Note>> notes = new LinkedHashMap<>();
        Optional<Closing> closing = Optional.empty();
        for (Recorded<SampleEvent> recorded : events) {
            String by = recorded.event().voucher().actor().name();
            Instant at = recorded.recorded();
            state.on(recorded.event());
            switch (recorded.event()) {
                case SampleDrawn _ -> {
                    // Read above.
                }
                case ItemTicked e ->
                        ticks.put(
                                e.position(),
                                new Tick(e.mark(), e.misstated(), e.remark(), e.finding(), by, at));
                case ItemNoted e ->
                        notes.computeIfAbsent(e.position(), _ -> new ArrayList<>())
                                .add(new Note(e.remark(), by, at));
                case SampleClosed e -> closing = Optional.of(new Closing(e.conclusion(), by, at));
            }
        }
        return new RegisteredSample(
                drawn.sample(),
                drawn.fund(),
                drawn.at(),
                drawn.population(),
                drawn.design(),
                drawn.seed(),
                drawn.drawn(),
                drawn.voucher().postingId().value(),
                drawn.voucher().actor().name(),
                first.recorded(),
                first.position(),
                drawn.drawn().items().stream()
                        .map(item ->
                                new Ticked(
                                        item,
                                        Optional.ofNullable(ticks.get(item.position())),
                                        notes.getOrDefault(item.position(), List.of())))
                        .toList(),
                state.result().orElseThrow(),
                closing);
    }
}
