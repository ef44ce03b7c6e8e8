package org.aidledger.sample;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.event.Decider;
import org.aidledger.event.PostingId;
import org.aidledger.event.Requests;
import org.aidledger.fund.Portion;
import org.aidledger.money.Money;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.sample.SampleCommand.CloseSample;
import org.aidledger.sample.SampleCommand.DrawSample;
import org.aidledger.sample.SampleCommand.Examination;
import org.aidledger.sample.SampleCommand.NoteItem;
import org.aidledger.sample.SampleCommand.TickItem;
import org.aidledger.sample.SampleEvent.ItemNoted;
import org.aidledger.sample.SampleEvent.ItemTicked;
import org.aidledger.sample.SampleEvent.SampleClosed;
import org.aidledger.sample.SampleEvent.SampleDrawn;
import org.aidledger.sample.SampleRejection.ItemNotDrawn;
import org.aidledger.sample.SampleRejection.ItemsLeft;
import org.aidledger.sample.SampleRejection.MisstatementExceeded;
import org.aidledger.sample.SampleRejection.SampleExists;
import org.aidledger.sample.SampleRejection.SampleIsClosed;
import org.aidledger.sample.SampleRejection.SampleUnknown;

/** One sample as its own events made it. Knows no framework, clock or storage. */
public final class SampleState implements Decider<SampleCommand, SampleEvent> {

    private final Requests requests = new Requests();
    private final Map<Long, Item> items = new LinkedHashMap<>();
    private final Map<Long, ItemTicked> ticks = new LinkedHashMap<>();
    private Optional<SampleDrawn> drawn = Optional.empty();
    private boolean closed;
    private long nextSequence;

    /**
     * What a command leads to. Empty if the same request was accepted before.
     *
     * @throws CommandRejected if it is refused
     */
    @Override
    public List<SampleEvent> decide(SampleCommand command) {
        if (requests.hasTaken((Record) command, command.voucher())) {
            return List.of();
        }
        return switch (command) {
            case DrawSample c -> List.of(draw(c));
            case Examination c -> List.of(examine(c, requireOpen(c)));
        };
    }

    private SampleEvent draw(DrawSample c) {
        if (drawn.isPresent()) {
            throw new CommandRejected(new SampleExists(c.sample()));
        }
        return new SampleDrawn(
                c.sample(),
                c.voucher(),
                c.fund(),
                c.at(),
                c.population(),
                c.design(),
                c.seed(),
                c.drawn());
    }

    private SampleEvent examine(Examination command, SampleDrawn known) {
        return switch (command) {
            case TickItem c -> {
                requireWithin(c, requireDrawn(c.sample(), c.position()));
                yield new ItemTicked(
                        c.sample(),
                        c.voucher(),
                        known.fund(),
                        c.position(),
                        c.mark(),
                        c.misstated(),
                        c.remark(),
                        c.finding());
            }
            case NoteItem c -> {
                requireDrawn(c.sample(), c.position());
                yield new ItemNoted(
                        c.sample(), c.voucher(), known.fund(), c.position(), c.remark());
            }
            case CloseSample c -> {
                requireAllMarked(c.sample());
                yield new SampleClosed(
                        c.sample(), c.voucher(), known.fund(), c.conclusion(), result(known));
            }
        };
    }

    private SampleDrawn requireOpen(SampleCommand c) {
        SampleDrawn known =
                drawn.orElseThrow(() -> new CommandRejected(new SampleUnknown(c.sample())));
        if (closed) {
            throw new CommandRejected(new SampleIsClosed(c.sample()));
        }
        return known;
    }

    private Item requireDrawn(SampleId sample, long position) {
        return Optional.ofNullable(items.get(position))
                .orElseThrow(() -> new CommandRejected(new ItemNotDrawn(sample, position)));
    }

    private static void requireWithin(TickItem tick, Item item) {
        if (tick.mark() == Mark.EXCEPTION && tick.misstated() instanceof Portion.Exactly part) {
            Money misstated = part.amount();
            Money amount = item.amount();
            if (!misstated.denomination().equals(amount.denomination())
                    || !misstated.isPositive()
                    || misstated.compareTo(amount) > 0) {
                throw new CommandRejected(
                        new MisstatementExceeded(tick.sample(), misstated, amount));
            }
        }
    }

    private void requireAllMarked(SampleId sample) {
        List<Long> left = items.keySet().stream().filter(p -> !ticks.containsKey(p)).toList();
        if (!left.isEmpty()) {
            throw new CommandRejected(new ItemsLeft(sample, left.size(), left.getFirst()));
        }
    }

    /** What the marks so far come to; empty as long as nothing is drawn. */
    public Optional<Result> result() {
        return drawn.map(this::result);
    }

    private Result result(SampleDrawn known) {
        Money none = known.drawn().total().denomination().zero();
        int examined =
                (int) ticks.values().stream().filter(t -> t.mark() != Mark.NOT_APPLICABLE).count();
        int exceptions = 0;
        Money misstated = none;
        BigInteger projected = BigInteger.ZERO;
        for (ItemTicked tick : ticks.values()) {
            Item item = requireDrawn(tick.sample(), tick.position());
            if (tick.mark() == Mark.EXCEPTION) {
                Money wrong = misstated(tick, item);
                exceptions++;
                misstated = misstated.plus(wrong);
                projected =
                        projected.add(
                                Result.projected(
                                        known.design(), known.drawn(), item, wrong, examined));
            }
        }
        return new Result(
                items.size(),
                examined,
                exceptions,
                misstated,
                Result.atMost(projected, known.drawn().total()));
    }

    private static Money misstated(ItemTicked tick, Item item) {
        return switch (tick.misstated()) {
            case Portion.Whole _ -> item.amount();
            case Portion.Exactly(Money amount) -> amount;
        };
    }

    /** Remembers an event. Never refuses. */
    @Override
    public void on(SampleEvent event) {
        requests.remember(event, nextSequence++);
        switch (event) {
            case SampleDrawn e -> {
                drawn = Optional.of(e);
                e.drawn().items().forEach(i -> items.put(i.position(), i));
            }
            case ItemTicked e -> ticks.put(e.position(), e);
            case ItemNoted _ -> {
                // Of no consequence for what can be done next.
            }
            case SampleClosed _ -> closed = true;
        }
    }

    /** Sequence of the first event of a request in this stream, if it was accepted. */
    @Override
    public Optional<Long> sequenceOf(PostingId id) {
        return requests.sequenceOf(id);
    }

    /** How many events the stream holds. */
    @Override
    public long eventCount() {
        return nextSequence;
    }
}
