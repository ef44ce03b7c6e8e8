package org.aidledger.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.faults.check.Checker;
import org.aidledger.faults.check.Flaw.Kind;
import org.aidledger.faults.check.Flaws;
import org.aidledger.faults.check.StoredLine;
import org.aidledger.faults.world.LedgerHttp;
import org.aidledger.faults.world.LedgerHttp.Answer;
import org.aidledger.proof.TilePath;
import org.aidledger.proof.VerifierKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads from the ledger whatever a checker wants to see, as an auditor would, over HTTP. */
final class Inspector {

    private static final JsonMapper JSON = new JsonMapper();

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 250;
    private static final int PAGE = 5000;
    private static final int TILE = 256;
    private static final int MOST_CHECKPOINTS = 1000;

    /** After every posting's day. */
    private static final String LAST_DAY = "2030-12-31";

    /** How long the ledger may take to get well, and its read side to catch up. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final LedgerHttp http;
    private final Flaws flaws;

    Inspector(LedgerHttp http, Flaws flaws) {
        this.http = http;
        this.flaws = flaws;
    }

    /** The key that the log signs with. */
    VerifierKey key() throws IOException, InterruptedException {
        return VerifierKey.parse(get("/api/v1/log/key").json().at("/keys/0/verifier").asString());
    }

    /** Everything that is new, and everything about one fund. */
    void look(Checker checker, List<String> funds) throws IOException, InterruptedException {
        awaitHealth();
        events(checker);
        checker.answers();
        log(checker);
        for (String fund : funds) {
            fund(checker, fund);
        }
    }

    /** Waits until the ledger says that it is well. */
    private void awaitHealth() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Answer health = http.get("/actuator/health");
        while (!isWell(health)) {
            if (System.nanoTime() > end) {
                flaws.add(Kind.STUCK, "it is not well by itself: " + health);
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
            health = http.get("/actuator/health");
        }
    }

    private static boolean isWell(Answer health) {
        JsonNode state = health.json();
        return state.at("/status").asString("").equals("UP")
                && state.at("/components/ledger/details/lag").asLong() == 0;
    }

    private void events(Checker checker) throws IOException, InterruptedException {
        List<JsonNode> page;
        do {
            String after = "/api/v1/events?limit=%d&after=%d".formatted(PAGE, checker.events() - 1);
            page = get(after).lines();
            page.forEach(line -> checker.event(StoredLine.of(line)));
        } while (page.size() == PAGE);
    }

    /** Has a checkpoint made over everything, reads all that it speaks for, and has it verified. */
    private void log(Checker checker) throws IOException, InterruptedException {
        long before = lastSize(checker);
        String checkpoint = "/api/v1/log/checkpoint";
        Answer made = insist(() -> http.post(checkpoint, "application/json", ""), checkpoint, 201);
        long size = checker.checkpoint(made.text());
        for (int first = checker.entries() / TILE * TILE; first < size; first += TILE) {
            int width = (int) Math.min(TILE, size - first);
            String tile = TilePath.of(first / TILE, width);
            checker.entries(first, get("/api/v1/log/tile/entries/" + tile).bytes());
        }
        checker.roots();
        if (before > 0) {
            List<String> path = new ArrayList<>();
            get("/api/v1/log/proof/consistency?from=%d&to=%d".formatted(before, size))
                    .json()
                    .at("/proof")
                    .forEach(hash -> path.add(hash.asString()));
            checker.consistency(before, size, path);
        }
        verify(checker);
    }

    private static long lastSize(Checker checker) {
        return checker.checkpoints().isEmpty()
                ? 0
                : checker.checkpoint(checker.checkpoints().getLast());
    }

    private void verify(Checker checker) throws IOException, InterruptedException {
        ObjectNode wanted = JSON.createObjectNode();
        ArrayNode notes = wanted.putArray("checkpoints");
        List<String> kept = checker.checkpoints();
        kept.subList(Math.max(0, kept.size() - MOST_CHECKPOINTS), kept.size()).forEach(notes::add);
        Answer answer = http.post("/api/v1/log/verify", "application/json", wanted.toString());
        checker.verification(answer.lines().getLast().at("/report"));
    }

    private void fund(Checker checker, String fund) throws IOException, InterruptedException {
        String at = "/api/v1/funds/" + fund;
        checker.trialBalance(fund, get(at + "/trial-balance?asOf=" + LAST_DAY).json());
        List<JsonNode> replay = get(at + "/replay?until=" + LAST_DAY).lines();
        checker.replay(fund, replay.getLast().at("/comparison"));
        List<JsonNode> journal = new ArrayList<>();
        for (String after = "", page = at + "/journal?limit=1000&asOf=" + LAST_DAY; ; ) {
            JsonNode lines = get(page + after).json();
            lines.at("/items").forEach(journal::add);
            String next = lines.at("/next").asString("");
            if (next.isEmpty()) {
                break;
            }
            after = "&cursor=" + next;
        }
        checker.journal(fund, journal);
    }

    /** Asks again for some seconds: connections that a fault broke are found out one by one. */
    private Answer get(String path) throws IOException, InterruptedException {
        return insist(() -> http.get(path), path, 200);
    }

    /** A question to the ledger. */
    private interface Question {
        Answer ask() throws IOException, InterruptedException;
    }

    private static Answer insist(Question question, String what, int status)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            Answer answer = question.ask();
            if (answer.status() == status) {
                return answer;
            }
            if (answer.status() != 503 || attempt == ATTEMPTS) {
                throw new IOException(what + " was answered " + answer);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
