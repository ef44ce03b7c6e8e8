package org.aidledger.benchmarks.parts;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.aidledger.benchmarks.Work;
import org.aidledger.eventstore.stored.EventSerializer;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.FundState;
import org.aidledger.posting.PostingRules;
import org.aidledger.posting.Transfer;
import org.axonframework.serialization.SerializedObject;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What happens to one receipt of funds in the processor, without framework and database. */
@State(Scope.Thread)
@BenchmarkMode(org.openjdk.jmh.annotations.Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CommandParts {

    private static final FundId FUND = new FundId("zj-aks-2024");

    private final EventSerializer serializer = EventSerializer.ofLedger();
    private FundState fund = new FundState();
    private FundEvent event = opened(fund);
    private SerializedObject<byte[]> stored = serializer.serialize(event, byte[].class);
    private long posted;

    /** Otherwise the fund would remember more with every round. */
    @Setup(Level.Iteration)
    public void openFund() {
        fund = new FundState();
        opened(fund);
        event = fund.decide(Work.receive(FUND, "first")).getFirst();
        stored = serializer.serialize(event, byte[].class);
    }

    private static FundEvent opened(FundState fund) {
        FundEvent opening = fund.decide(Work.open(FUND)).getFirst();
        fund.on(opening);
        return opening;
    }

    @Benchmark
    public List<FundEvent> decide() {
        return fund.decide(Work.receive(FUND, "next"));
    }

    @Benchmark
    public FundEvent decideAndRemember() {
        FundEvent decided = fund.decide(Work.receive(FUND, "r-" + posted++)).getFirst();
        fund.on(decided);
        return decided;
    }

    @Benchmark
    public List<Transfer> debitsAndCredits() {
        return PostingRules.transfersFor(event);
    }

    @Benchmark
    public SerializedObject<byte[]> write() {
        return serializer.serialize(event, byte[].class);
    }

    @Benchmark
    public Object read() {
        return serializer.deserialize(stored);
    }
}
