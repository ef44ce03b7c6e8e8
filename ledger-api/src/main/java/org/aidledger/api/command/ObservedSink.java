package org.aidledger.api.command;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.aidledger.api.tracing.CommandSpans;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;

/**
 * Counts commands by kind and outcome, and times them; refusals by code. What is logged meanwhile
 * names the command, and a trace has a span for it.
 */
final class ObservedSink implements CommandSink {

    private static final String COMMAND = "aidledger.command";
    private static final String BATCH = "post-batch";

    private final CommandSink sink;
    private final MeterRegistry registry;
    private final CommandSpans spans;

    ObservedSink(CommandSink sink, MeterRegistry registry, CommandSpans spans) {
        this.sink = sink;
        this.registry = registry;
        this.spans = spans;
    }

    @Override
    public Outcome send(FundCommand command) {
        return timed(
                InLog.of(command.getClass(), command.voucher()).ofFund(command.fund()),
                () -> sink.send(command),
                this::outcome);
    }

    @Override
    public Outcome send(FindingCommand command) {
        return timed(
                InLog.of(command.getClass(), command.voucher()),
                () -> sink.send(command),
                this::outcome);
    }

    @Override
    public Outcome send(ApprovalCommand command) {
        return timed(
                InLog.of(command.getClass(), command.voucher()),
                () -> sink.send(command),
                this::outcome);
    }

    @Override
    public Outcome send(PayeeCommand command) {
        return timed(
                InLog.of(command.getClass(), command.voucher()),
                () -> sink.send(command),
                this::outcome);
    }

    @Override
    public Outcome send(SnapshotCommand command) {
        return timed(
                InLog.of(command.getClass(), command.voucher()),
                () -> sink.send(command),
                this::outcome);
    }

    @Override
    public Outcome send(SampleCommand command) {
        return timed(
                InLog.of(command.getClass(), command.voucher()),
                () -> sink.send(command),
                this::outcome);
    }

    /** A question, not a command. */
    @Override
    public Foreseen foresee(FundCommand command) {
        return sink.foresee(command);
    }

    @Override
    public List<Outcome> send(PostBatch batch) {
        return timed(InLog.of(BATCH).ofFund(batch.fund()), () -> sink.send(batch), this::lines);
    }

    private <T> T timed(InLog names, Supplier<T> sending, Function<T, String> outcome) {
        long began = System.nanoTime();
        String what = "failed";
        names.put();
        try (CommandSpans.Open span = spans.open(names.command(), names.postingId())) {
            try {
                T answer = sending.get();
                what = outcome.apply(answer);
                names.remove(what); // where it fails, whoever logs the failure needs them
                return answer;
            } catch (LedgerBusy e) {
                what = "busy";
                throw e;
            } catch (OutcomeUnknown e) {
                what = "unknown";
                throw e;
            } finally {
                span.outcome(what);
                record(names.command(), what, System.nanoTime() - began);
            }
        }
    }

    private void record(String command, String outcome, long nanos) {
        Timer.builder(COMMAND)
                .description("one command, from its guard until it is durable")
                .tag("command", command)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry)
                .record(Duration.ofNanos(nanos));
    }

    private String outcome(Outcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> accepted.repeated() ? "repeated" : "accepted";
            case Refused refused -> {
                Counter.builder("aidledger.rejection")
                        .description("refused commands")
                        .tag("code", refused.rejection().code())
                        .register(registry)
                        .increment();
                yield "refused";
            }
        };
    }

    /** A batch has the outcome of its lines where they agree; refused as a whole, it is one. */
    private String lines(List<Outcome> outcomes) {
        Set<Outcome> each = Collections.newSetFromMap(new IdentityHashMap<>());
        each.addAll(outcomes);
        List<String> kinds = each.stream().map(this::outcome).distinct().toList();
        return kinds.size() == 1 ? kinds.getFirst() : "mixed";
    }
}
