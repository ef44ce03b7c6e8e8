package org.aidledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.fuzz.Requests.Request;
import org.aidledger.api.fuzz.Wire.Reply;
import org.aidledger.embedded.Eventually;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Every operation of the OpenAPI document with requests that are right and requests that are wrong
 * in every way we could think of. How many: {@code -Dfuzz.inputs}; the same again: {@code
 * -Dfuzz.seed}.
 */
class OpenApiFuzzIT {

    private static final Logger LOG = LoggerFactory.getLogger(OpenApiFuzzIT.class);

    private static final int CLIENTS = 4;
    private static final long USUAL_INPUTS = 800;

    /** What may be left on the heap beyond what was there before; most of it are funds. */
    private static final long MOST_BYTES = 256L << 20;

    private final FuzzSettings settings = FuzzSettings.of(USUAL_INPUTS);
    private final Counts counts = new Counts();
    private final AtomicLong slowest = new AtomicLong();
    private volatile String slowestInput = "";

    /** The first of each kind of complaint, by what it is about. */
    private final Map<String, String> complaints = new ConcurrentSkipListMap<>();

    private final Map<String, AtomicLong> complained = new ConcurrentSkipListMap<>();

    @Test
    void everyAnswerIsOneThatTheDocumentNames() throws Exception {
        LOG.info("Fuzzing with {}", settings);
        try (FuzzedLedger ledger = new FuzzedLedger()) {
            JsonNode document = ledger.document();
            Requests requests =
                    new Requests(
                            Operation.in(document), new Values(document, ledger.known()), ledger);
            long before = heap();
            run(requests, new Wire(ledger.port()), new Judge(document));
            long grown = heap() - before;
            System.out.printf(
                    "OpenAPI fuzzing, seed %d: %s; slowest %d ms (%s), heap grew by %d MB%n",
                    settings.seed(), counts, slowest.get(), slowestInput, grown >> 20);
            assertThat(report()).isEmpty();
            assertSound(ledger);
            assertThat(grown).isLessThan(MOST_BYTES);
        }
    }

    private void run(Requests requests, Wire wire, Judge judge) throws Exception {
        AtomicLong next = new AtomicLong(settings.first());
        long end = settings.first() + settings.inputs();
        long deadline = System.nanoTime() + settings.atMost().toNanos();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(
                        clients.submit(() -> {
                            for (long n = next.getAndIncrement();
                                    n < end && System.nanoTime() < deadline;
                                    n = next.getAndIncrement()) {
                                one(n, requests, wire, judge);
                            }
                        }));
            }
            for (Future<?> client : running) {
                client.get();
            }
        }
    }

    private void one(long number, Requests requests, Wire wire, Judge judge) {
        Request request = requests.number(number, settings.random(number));
        Draft draft = request.draft();
        String shown = draft.toString();
        try {
            Reply reply = wire.send(draft.wire());
            if (reply.millis() > slowest.getAndAccumulate(reply.millis(), Math::max)) {
                slowestInput = settings.again(number) + " " + draft.operation;
            }
            counts.count(request.kind(), answered(reply.status()));
            judge.complaint(draft, reply)
                    .ifPresent(text -> complain(number, request, shown, reply, text));
        } catch (IOException e) {
            throw new UncheckedIOException(settings.again(number), e);
        }
    }

    private static String answered(int status) {
        return switch (status) {
            case -1 -> "late";
            case 0 -> "closed";
            default -> status / 100 + "xx";
        };
    }

    private void complain(long number, Request request, String shown, Reply reply, String text) {
        String about = "%s: %d %s".formatted(request.draft().operation, reply.status(), text);
        complained.computeIfAbsent(about, _ -> new AtomicLong()).incrementAndGet();
        complaints.putIfAbsent(
                about,
                "[%s] %s%n  sent     %s%n  answered %s"
                        .formatted(
                                request.kind(),
                                settings.again(number),
                                shown,
                                reply.text().lines().limit(1).findFirst().orElse("")));
    }

    /** Complaints, each with its first input. */
    private String report() {
        Map<String, String> report = new TreeMap<>();
        complaints.forEach((about, first) ->
                report.put(
                        about,
                        "%s, %s times%n  %s".formatted(about, complained.get(about), first)));
        return String.join("\n", report.values());
    }

    /** Whatever was taken in is shown, proved and balanced. */
    private static void assertSound(FuzzedLedger ledger) {
        Answer health =
                Eventually.ask(
                        () -> ledger.get("/actuator/health"),
                        answer -> answer.at("/components/ledger/details/lag").equals("0"));
        assertThat(health.status()).as(health.body()).isEqualTo(200);
        Answer verified = ledger.post("/api/v1/log/verify", "{}");
        assertThat(verified.lines().getLast()).contains("\"sound\":true");
        List<String> replay = ledger.get("/api/v1/funds/" + FuzzedLedger.FUND + "/replay").lines();
        assertThat(replay.getLast()).contains("true");
        ledger.awaitKeptRead();
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
