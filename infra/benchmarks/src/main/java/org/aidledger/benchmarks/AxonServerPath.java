package org.aidledger.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The ledger with its events in Axon Server, and stock Axon on another one: a ledger has to be
 * alone in its context, and the open-source edition has one.
 */
final class AxonServerPath implements AutoCloseable {

    private static final String OURS = "oursAxonServer";
    private static final String STOCK = "stockAxonServer";
    private static final List<String> TURNS = List.of("1", "16", "64", "Batch100");

    private final Optional<OurLedger> ours;
    private final Optional<StockAxonServer> stock;

    AxonServerPath(Databases databases, Options options, Consumer<String> progress) {
        ours =
                server(OURS, "--axon-server", options.axonServer(), options, progress)
                        .map(server ->
                                OurLedger.onAxonServer(
                                        databases, databases.create("copy"), server));
        stock =
                server(STOCK, "--axon-server-peer", options.axonServerPeer(), options, progress)
                        .map(StockAxonServer::new);
    }

    private static Optional<String> server(
            String keys,
            String option,
            Optional<String> given,
            Options options,
            Consumer<String> progress) {
        boolean wanted = TURNS.stream().anyMatch(turn -> options.wants(keys + turn));
        if (wanted && given.isEmpty()) {
            progress.accept(
                    "left out: %s…, which need an empty Axon Server: %s HOST:PORT"
                            .formatted(keys, option));
        }
        return given.filter(_ -> wanted);
    }

    List<Contestant> contestants() {
        return Stream.concat(
                        ours.stream()
                                .flatMap(ledger ->
                                        turns(OURS, "ledger on Axon Server", ledger.commands())),
                        stock.stream()
                                .flatMap(axon ->
                                        turns(STOCK, "stock Axon on Axon Server", axon.commands())))
                .toList();
    }

    private static Stream<Contestant> turns(String key, String what, Commands commands) {
        List<Contestant> turns = new ArrayList<>();
        for (int callers : List.of(1, 16, 64)) {
            turns.add(
                    new Contestant(
                            key + callers,
                            "%s, %s".formatted(what, callers),
                            d -> commands.spread(callers, d)));
        }
        turns.add(
                new Contestant(
                        key + "Batch100",
                        what + ", 32, by 100",
                        d -> commands.batches(32, 100, d)));
        return turns.stream();
    }

    @Override
    public void close() {
        stock.ifPresent(StockAxonServer::close);
        ours.ifPresent(OurLedger::close);
    }
}
