package org.aidledger.api.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.proof.Checkpoint;
import org.aidledger.proof.Cosignature;
import org.aidledger.proof.SignedNote;
import org.aidledger.proof.TilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log as outsiders see it. */
class LogIT {

    private static final String LOG = "/api/v1/log";
    private static final Path GO_PACKAGES = Path.of("/usr/share/gocode");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static SignedNote make() {
        Answer answer = Api.post(LOG + "/checkpoint", "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return SignedNote.parse(answer.body());
    }

    private static void post(int events) {
        TestFund fund = TestFund.open();
        for (int i = 0; i < events; i++) {
            fund.receive("2024-02-01", "0.01");
        }
    }

    @Test
    void aCheckpointIsATextThatNobodyKeeps() {
        post(2);
        SignedNote made = make();
        Answer latest = Api.get(LOG + "/checkpoint");
        assertThat(latest.body()).isEqualTo(made.toString());
        assertThat(latest.header("content-type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(latest.header("cache-control")).contains("no-cache");
        assertThat(made.isSignedWith(Api.LOG_KEY.verifier())).isTrue();
        long size = Checkpoint.of(made).size();
        assertThat(Api.get(LOG + "/checkpoint?size=" + size).body()).isEqualTo(made.toString());
        assertThat(Api.get(LOG + "/checkpoints?limit=1").json().get(0).path("size").asLong())
                .isEqualTo(size);
        assertThat(Api.get(LOG + "/key").at("/keys/0/verifier"))
                .isEqualTo(Api.LOG_KEY.verifier().toString());
    }

    @Test
    void whatIsNotThereIsAProblem() {
        long size = Checkpoint.of(make()).size();
        for (String path :
                List.of(
                        "/checkpoint?size=" + (size + 1000),
                        "/tile/0/x999/999",
                        "/tile/0/000.p/999",
                        "/tile/9/000",
                        "/tile/entries/x999/999",
                        "/tile/x/000",
                        "/proof/consistency?from=0&to=" + (size + 1000),
                        "/proof/inclusion?position=0&size=" + (size + 1000))) {
            Answer answer = Api.get(LOG + path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.at("/code")).as(path).isEqualTo("NOT_FOUND");
        }
        for (String path :
                List.of(
                        "/checkpoint?size=x",
                        "/checkpoints?limit=0",
                        "/proof/inclusion?position=-1",
                        "/proof/inclusion?position=" + Long.MAX_VALUE,
                        "/proof/consistency?from=" + Long.MAX_VALUE,
                        "/proof/consistency")) {
            assertThat(Api.get(LOG + path).status()).as(path).isEqualTo(400);
        }
        Answer nonsense = cosign("nonsense");
        assertThat(nonsense.status()).isEqualTo(400);
        SignedNote made = make();
        SignedNote own = new SignedNote(made.text(), List.of(made.signatures().getFirst()));
        assertThat(cosign(own.toString()).at("/code")).isEqualTo("COSIGNATURE_REFUSED");
        assertThat(Api.post(LOG + "/verify", "{\"checkpoints\":[\"x\"]}").status()).isEqualTo(400);
        assertThat(Api.post(LOG + "/verify", "{\"key\":\"x\"}").status()).isEqualTo(400);
    }

    private static Answer cosign(String note) {
        return Api.send(
                Api.request(LOG + "/add-cosignature")
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(note)));
    }

    @Test
    void aCosignatureIsShownWithTheCheckpoint() {
        post(1);
        SignedNote made = make();
        SignedNote theirs =
                new SignedNote(
                        made.text(),
                        List.of(Cosignature.sign(Api.WITNESS, made.text(), Instant.now())));
        Answer answer = cosign(theirs.toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        long size = Checkpoint.of(made).size();
        SignedNote shown = SignedNote.parse(Api.get(LOG + "/checkpoint?size=" + size).body());
        assertThat(shown.isSignedWith(Api.WITNESS.verifier())).isTrue();
        assertThat(shown.isSignedWith(Api.LOG_KEY.verifier())).isTrue();
        assertThat(Api.get(LOG + "/checkpoints").body()).contains("test.example/witness");
    }

    @Test
    void healthShowsTheLog() {
        make();
        JsonNode details = Api.get("/actuator/health").json().at("/components/log/details");
        assertThat(details.path("lag").asLong()).isZero();
        assertThat(details.has("checkpoint")).isTrue();
    }

    /** Go's own libraries take our keys, notes, tiles, entries and proofs, and nothing altered. */
    @Test
    void goVerifiesWhatWeGiveOut() throws IOException, InterruptedException {
        assumeTrue(
                Files.isDirectory(GO_PACKAGES.resolve("src/golang.org/x/mod/sumdb/tlog")),
                "skipped: install golang-go and golang-golang-x-mod-dev");
        post(40);
        SignedNote older = make();
        post(260);
        SignedNote now = make();
        long from = Checkpoint.of(older).size();
        long size = Checkpoint.of(now).size();
        write("key", Api.get(LOG + "/key").at("/keys/0/verifier"));
        write("older", older.toString());
        write("checkpoint", now.toString());
        write("inclusion.json", inclusions(size));
        write("consistency.json", consistencies(from, size));
        for (int level = 0; size >> (8 * level) > 0; level++) {
            tiles(Integer.toString(level), size >> (8 * level));
        }
        tiles("entries", size);

        String said = go();
        assertThat(said).startsWith("verified checkpoints=2 inclusions=40 consistencies=");
        System.out.println("Go: " + said.strip());
    }

    private String inclusions(long size) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            long position = i == 0 ? size - 1 : i * 7919L % size;
            JsonNode proof =
                    Api.get(LOG + "/proof/inclusion?position=%s&size=%s".formatted(position, size))
                            .json();
            all.add(
                    Map.of(
                            "position", position,
                            "leafHash", proof.path("leafHash"),
                            "proof", proof.path("proof")));
        }
        return JsonMapper.shared().writeValueAsString(all);
    }

    private String consistencies(long older, long size) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (long from : new long[] {1, 2, 255, 256, 257, older, size - 1, size}) {
            JsonNode proof =
                    Api.get(LOG + "/proof/consistency?from=%s&to=%s".formatted(from, size)).json();
            all.add(Map.of("from", from, "to", size, "proof", proof.path("proof")));
        }
        return JsonMapper.shared().writeValueAsString(all);
    }

    /** All tiles of a level, full and partial, as the specification lets a client ask for them. */
    private void tiles(String level, long count) throws IOException, InterruptedException {
        for (long number = 0; number * 256 < count; number++) {
            String path =
                    "tile/"
                            + level
                            + "/"
                            + TilePath.of(number, (int) Math.min(256, count - number * 256));
            HttpResponse<byte[]> tile = bytes(LOG + "/" + path);
            assertThat(tile.statusCode()).as(path).isEqualTo(200);
            assertThat(tile.headers().firstValue("cache-control").orElse(""))
                    .contains("immutable", "max-age=31536000");
            assertThat(tile.headers().firstValue("content-type"))
                    .contains("application/octet-stream");
            Path file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, tile.body());
        }
    }

    private static HttpResponse<byte[]> bytes(String path)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(Api.request(path).build(), BodyHandlers.ofByteArray());
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String go() throws IOException, InterruptedException {
        Path program = folder.resolve("verify.go");
        try (var source = LogIT.class.getResourceAsStream("/log/verify.go")) {
            Files.write(program, java.util.Objects.requireNonNull(source).readAllBytes());
        }
        ProcessBuilder run = new ProcessBuilder("go", "run", program.toString(), folder.toString());
        run.environment().put("GO111MODULE", "off");
        run.environment().put("GOPATH", GO_PACKAGES.toString());
        run.environment().put("GOCACHE", folder.resolve("cache").toString());
        run.environment().put("GOFLAGS", "");
        run.redirectErrorStream(true);
        Process go = run.start();
        String said = new String(go.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(go.waitFor()).as(said).isZero();
        return said;
    }
}
