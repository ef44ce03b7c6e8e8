package org.aidledger.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.aidledger.benchmarks.reading.Stored;

/** How quickly commands become durable events. */
final class WritePath implements AutoCloseable {

    /** Take part only if asked for: their history has to be stored first. */
    private static final String LATE_64 = "oursLate64";

    private static final String LATE_BATCH_1000 = "oursLateBatch1000";

    private final RawSql raw;
    private final StockAxon stock;
    private final OurLedger ours;
    private final OurLedger unproved;

    private final Optional<OurLedger> late;
    private final Optional<PgLedger> pgledger;
    private final AxonServerPath axonServer;

    WritePath(Databases databases, Options options, Consumer<String> progress) {
        raw = new RawSql(databases);
        stock = new StockAxon(databases);
        ours = OurLedger.on(databases, databases.create("ours"));
        unproved = OurLedger.unproved(databases, databases.create("unproved"));
        late =
                options.asksFor(LATE_64) || options.asksFor(LATE_BATCH_1000)
                        ? Optional.of(late(databases, options.events(), progress))
                        : Optional.empty();
        pgledger = options.pgledger().map(folder -> new PgLedger(databases, folder));
        axonServer = new AxonServerPath(databases, options, progress);
    }

    /** With a long history before what is measured. */
    private static OurLedger late(Databases databases, long events, Consumer<String> progress) {
        String url = databases.create("late");
        progress.accept("storing %,d events".formatted(events));
        long stored;
        try (HikariDataSource pool = databases.pool(url, 2)) {
            stored = Stored.events(pool, events);
        }
        progress.accept("hashing");
        OurLedger ledger = OurLedger.on(databases, url);
        ledger.awaitHashed(stored);
        return ledger;
    }

    List<Contestant> contestants() {
        List<Contestant> contestants = new ArrayList<>(ourselves());
        late.ifPresent(ledger -> contestants.addAll(late(ledger.commands())));
        pgledger.ifPresent(peer -> contestants.addAll(peer.contestants()));
        contestants.addAll(axonServer.contestants());
        return contestants;
    }

    private static List<Contestant> late(Commands ledger) {
        return List.of(
                new Contestant(LATE_64, "long ledger, 64 callers", d -> ledger.spread(64, d)),
                new Contestant(
                        LATE_BATCH_1000,
                        "long ledger, 8 callers, batches of 1,000",
                        d -> ledger.batches(8, 1000, d)));
    }

    private List<Contestant> ourselves() {
        Commands axon = stock.commands();
        Commands ledger = ours.commands();
        Commands bare = unproved.commands();
        return List.of(
                new Contestant("raw1", "raw rows, 1 connection", d -> raw.singleRows(1, d)),
                new Contestant("ours1", "ledger, 1 caller", d -> ledger.spread(1, d)),
                new Contestant("stock1", "stock Axon, 1 caller", d -> axon.spread(1, d)),
                new Contestant("ours16", "ledger, 16 callers", d -> ledger.spread(16, d)),
                new Contestant("raw64", "raw rows, 64 connections", d -> raw.singleRows(64, d)),
                new Contestant("ours64", "ledger, 64 callers", d -> ledger.spread(64, d)),
                new Contestant("stock64", "stock Axon, 64 callers", d -> axon.spread(64, d)),
                new Contestant(
                        "unproved64", "ledger without hashes, 64 callers", d -> bare.spread(64, d)),
                new Contestant("ours512", "ledger, 512 callers", d -> ledger.spread(512, d)),
                new Contestant("oursHot64", "ledger, 64 on one fund", d -> ledger.hot(64, d)),
                new Contestant("stockHot64", "stock Axon, 64 on one fund", d -> axon.hot(64, d)),
                new Contestant("rawArrays64", "raw arrays of 64 rows", d -> raw.arrays(64, d)),
                new Contestant("rawCopy", "raw COPY of 10,000 rows", d -> raw.copy(10_000, d)),
                new Contestant(
                        "oursBatch100",
                        "ledger, 32 callers, batches of 100",
                        d -> ledger.batches(32, 100, d)),
                new Contestant(
                        "oursBatch1000",
                        "ledger, 8 callers, batches of 1,000",
                        d -> ledger.batches(8, 1000, d)),
                new Contestant(
                        "unprovedBatch1000",
                        "ledger without hashes, 8 callers, batches of 1,000",
                        d -> bare.batches(8, 1000, d)),
                new Contestant(
                        "stockBatch100",
                        "stock Axon, 32 callers, batches of 100",
                        d -> axon.batches(32, 100, d)));
    }

    /** The figures that count, from each contestant's median; those whose contestants took part. */
    static Map<String, Double> ratios(Map<String, Rate> rates) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ToDoubleFunction<Rate> events = Rate::eventsPerSecond;
        for (var ratio :
                List.of(
                        new Ratio("singleOverStockAxon", "ours64", "stock64", events),
                        new Ratio("singleOverRawConnections", "ours64", "raw64", events),
                        new Ratio("singleP99OverStockAxon", "ours64", "stock64", Rate::p99Micros),
                        new Ratio("oneCallerOverRaw", "ours1", "raw1", events),
                        new Ratio("hotFundOverStockAxon", "oursHot64", "stockHot64", events),
                        new Ratio("hotFundOverPgledger", "oursHot64", "pgledgerHot64", events),
                        new Ratio(
                                "batch100OverPgledger", "oursBatch100", "pgledgerBatch100", events),
                        new Ratio("batchOverRawCopy", "oursBatch1000", "rawCopy", events),
                        new Ratio("lateOverEmpty", LATE_64, "ours64", events),
                        new Ratio("lateBatchOverEmpty", LATE_BATCH_1000, "oursBatch1000", events),
                        new Ratio("batch100OverRawCopy", "oursBatch100", "rawCopy", events),
                        new Ratio("batch100OverStockAxon", "oursBatch100", "stockBatch100", events),
                        onAxonServer("OverStockAxon1", "1", "stockAxonServer1"),
                        onAxonServer("OverStockAxon16", "16", "stockAxonServer16"),
                        onAxonServer("OverStockAxon64", "64", "stockAxonServer64"),
                        onAxonServer(
                                "OverStockAxonBatch100", "Batch100", "stockAxonServerBatch100"),
                        onAxonServer("OverEmbedded1", "1", "ours1"),
                        onAxonServer("OverEmbedded16", "16", "ours16"),
                        onAxonServer("OverEmbedded64", "64", "ours64"),
                        onAxonServer("OverEmbeddedBatch100", "Batch100", "oursBatch100"))) {
            Rate one = rates.get(ratio.one());
            Rate other = rates.get(ratio.other());
            if (one != null && other != null) {
                ratios.put(
                        ratio.name(),
                        ratio.of().applyAsDouble(one) / ratio.of().applyAsDouble(other));
            }
        }
        overhead(ratios, rates, "proofOverhead", "ours64", "unproved64");
        overhead(ratios, rates, "proofOverheadBatch1000", "oursBatch1000", "unprovedBatch1000");
        return ratios;
    }

    private static Ratio onAxonServer(String name, String turn, String other) {
        return new Ratio(
                "axonServer" + name, "oursAxonServer" + turn, other, Rate::eventsPerSecond);
    }

    /** The share of throughput that hashes and checkpoints take. */
    private static void overhead(
            Map<String, Double> ratios,
            Map<String, Rate> rates,
            String name,
            String with,
            String without) {
        Rate one = rates.get(with);
        Rate other = rates.get(without);
        if (one != null && other != null) {
            ratios.put(name, 1 - one.eventsPerSecond() / other.eventsPerSecond());
        }
    }

    private record Ratio(String name, String one, String other, ToDoubleFunction<Rate> of) {}

    @Override
    public void close() {
        axonServer.close();
        pgledger.ifPresent(PgLedger::close);
        late.ifPresent(OurLedger::close);
        unproved.close();
        ours.close();
        stock.close();
        raw.close();
    }
}
