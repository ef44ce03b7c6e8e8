package org.aidledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** The ledger as its users reach it: over HTTP, in a process of its own, read side and all. */
final class Http implements AutoCloseable {

    private static final int CLIENTS = 64;

    /** A server has to compile far more than the command path alone before it is at its speed. */
    private static final int WARM_UPS = 10;

    private static final String SEEN = "httpSeen64";
    private static final String UNSEEN = "http64";

    /** Its keys. */
    static final Set<String> KEYS = Set.of(SEEN, UNSEEN);

    private static final String WAIT_FOR_READS = "";
    private static final String DO_NOT_WAIT = "Prefer: wait=0\r\n";

    private final Server server;
    private final String signIn;
    private final List<KeptAlive> connections = new ArrayList<>();
    private final AtomicLong turn = new AtomicLong();

    Http(Path launcher, Path data) {
        try {
            server = new Server(launcher, data);
            signIn = "Authorization: Bearer " + server.key() + "\r\n";
            for (int client = 0; client < CLIENTS; client++) {
                connections.add(new KeptAlive(server.port()));
                post(client, "", WAIT_FOR_READS, opening(client));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while starting a server", e);
        }
    }

    List<Contestant> contestants() {
        return List.of(
                contestant(SEEN, "ledger over HTTP, 64, each waits for reads", WAIT_FOR_READS),
                contestant(UNSEEN, "ledger over HTTP, 64 connections", DO_NOT_WAIT));
    }

    private Contestant contestant(String key, String what, String header) {
        return new Contestant(
                key,
                what,
                d -> Load.run(CLIENTS, d, 1, (caller, _) -> receive(caller, header)),
                WARM_UPS);
    }

    /** How long the read side takes to catch up with what was posted. */
    double millisToCatchUp() {
        try {
            return server.millisToCatchUp();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }

    private void receive(int client, String header) throws IOException {
        post(
                client,
                "/bench-" + client + "/receive",
                header,
                """
                {"postingId":"r-%d","effective":"2024-03-01","actor":"bench",\
                "amount":"1.00","currency":"CNY"}\
                """
                        .formatted(turn.getAndIncrement()));
    }

    private static String opening(int client) {
        return """
        {"fund":"bench-%d","postingId":"open","effective":"2024-01-01","actor":"bench",\
        "name":"Benchmark","donor":"D","recipient":"R","fiscalYear":2024,"mode":"STRICT",\
        "channels":["LOCAL"],"authorised":"1000000.00","currency":"CNY"}\
        """
                .formatted(client);
    }

    private void post(int client, String path, String header, String body) throws IOException {
        int status = connections.get(client).post("/api/v1/funds" + path, signIn + header, body);
        if (status != 201) {
            throw new IllegalStateException("the server answered " + status);
        }
    }

    @Override
    public void close() {
        try {
            for (KeptAlive connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server.close();
        }
    }
}
