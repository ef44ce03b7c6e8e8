package org.aidledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.aidledger.api.security.People;
import org.aidledger.api.security.People.Person;
import org.aidledger.event.AsOf;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFold;
import org.aidledger.indicator.Indicator;
import org.aidledger.proof.SignedNote;
import org.aidledger.snapshot.SnapshotDigest;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotKind;
import org.aidledger.snapshot.SnapshotTerms;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots from the freezing to the proof, years later. */
class SnapshotsIT {

    private static final String PATH = "/api/v1/snapshots";
    private static final JsonMapper JSON = new JsonMapper();

    private static TestFund fund() {
        TestFund fund = TestFund.open();
        fund.receive("2024-05-03", "500.00");
        fund.money("allocate", "2024-05-04", "P-1", "400.00");
        fund.money("disburse", "2024-06-10", "P-1", "100.00");
        return fund;
    }

    private static String body(String snapshot, String asOf, String more, TestFund... funds) {
        List<String> ids = new ArrayList<>();
        for (TestFund fund : funds) {
            ids.add("\"" + fund.path("").replaceAll(".*/", "") + "\"");
        }
        return """
        {"snapshot":"%s","postingId":"freeze-%s","effective":"2024-07-06","actor":"周建国",
         "kind":"MONTHLY_BULLETIN","title":"6月通报","asOf":"%s","funds":[%s]%s}\
        """
                .formatted(snapshot, snapshot, asOf, String.join(",", ids), more);
    }

    private static String frozen(TestFund... funds) {
        String id = Api.unique("june");
        Answer answer = Api.post(PATH, body(id, "2024-06-30", "", funds));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.at("/visible")).isEqualTo("true");
        return id;
    }

    private static Answer sign(String id, String actor) {
        return Api.post(
                PATH + "/" + id + "/sign",
                "{\"postingId\":\"sign-%s-%s\",\"effective\":\"2024-07-06\",\"actor\":\"%s\"}"
                        .formatted(id, actor.hashCode(), actor));
    }

    private static byte[] data(String id) {
        return Api.bytes(Api.request(PATH + "/" + id + "/data").GET());
    }

    private static FundId id(TestFund fund) {
        return new FundId(fund.path("").replaceAll(".*/", ""));
    }

    @Test
    void R17_theFiguresComeOutTheSameWhateverComesLater() {
        TestFund fund = fund();
        TestFund second = fund();
        String id = frozen(second, fund);
        byte[] first = data(id);

        Answer answer = Api.get(PATH + "/" + id + "/data");
        String digest = SnapshotDigest.of(first).hex();
        assertThat(answer.header("etag")).isEqualTo("\"" + digest + "\"");
        assertThat(Api.get(PATH + "/" + id).at("/digest")).isEqualTo(digest);
        assertThat(new String(first, StandardCharsets.UTF_8))
                .startsWith("{\"asOf\":\"2024-06-30\",\"form\":\"aid-ledger snapshot data v1\"")
                .contains("\"disbursed\":\"100.00\"", "\"numerator\":\"100\"");

        fund.money("disburse", "2024-06-12", "P-1", "50.00"); // backdated before the cut-off
        fund.receive("2024-05-30", "20.00");
        second.money("disburse", "2024-08-01", "P-1", "1.00");
        assertThat(data(id)).isEqualTo(first);

        assertThat(Api.post("/api/v1/rebuild", "").status()).isEqualTo(200);
        assertThat(data(id)).as("from rebuilt tables").isEqualTo(first);
        assertThat(fromEventsAlone(id, List.of(id(fund), id(second))))
                .as("without any table")
                .isEqualTo(first);

        String again = Api.unique("june");
        assertThat(Api.post(PATH, body(again, "2024-06-30", "", fund, second)).status())
                .isEqualTo(201);
        assertThat(data(again)).as("as known now it is another").isNotEqualTo(first);
        JsonNode lines =
                JSON.readTree(Api.get(PATH + "/" + id + "/compare/" + again).body()).path("funds");
        assertThat(lines).hasSize(2);
        JsonNode moved = line(lines, id(fund), "disbursed");
        assertThat(moved.path("from").asString()).isEqualTo("100.00");
        assertThat(moved.path("to").asString()).isEqualTo("150.00");
        assertThat(moved.path("difference").asString()).isEqualTo("50.00");
        assertThat(line(lines, id(second), "disbursed").path("difference").asString())
                .isEqualTo("0.00");
        JsonNode between =
                JSON.readTree(Api.get(changes(lines, id(fund)).replace("+", "%2B")).body());
        assertThat(between.path("items")).as("the two late events").hasSize(2);
    }

    private static JsonNode line(JsonNode funds, FundId fund, String sum) {
        for (JsonNode line : funds) {
            if (line.path("fund").asString().equals(fund.value())) {
                for (JsonNode s : line.path("sums")) {
                    if (s.path("sum").asString().equals(sum)) {
                        return s;
                    }
                }
            }
        }
        throw new AssertionError("no " + sum + " of " + fund + " in " + funds);
    }

    private static String changes(JsonNode funds, FundId fund) {
        for (JsonNode line : funds) {
            if (line.path("fund").asString().equals(fund.value())) {
                return line.path("changes").asString();
            }
        }
        throw new AssertionError("no " + fund);
    }

    /** A second way to the same bytes: events are read and added up, no table is asked. */
    private static byte[] fromEventsAlone(String snapshot, List<FundId> funds) {
        Answer shown = Api.get(PATH + "/" + snapshot);
        SnapshotTerms terms =
                new SnapshotTerms(
                        SnapshotKind.MONTHLY_BULLETIN,
                        LocalDate.parse(shown.at("/asOf")),
                        Instant.parse(shown.at("/knownAt")),
                        funds.stream()
                                .sorted(java.util.Comparator.comparing(FundId::value))
                                .toList(),
                        Indicator.Code.DISBURSEMENT_RATE);
        List<SnapshotFigures.Point> points = new ArrayList<>();
        for (LocalDate date : terms.dates()) {
            points.add(
                    new SnapshotFigures.Point(
                            date,
                            terms.funds().stream()
                                    .flatMap(f ->
                                            FundFold.at(new AsOf(date, terms.knownAt()), events(f))
                                                    .stream())
                                    .toList()));
        }
        return new SnapshotFigures(terms, points).data();
    }

    private static List<Recorded<LedgerEvent>> events(FundId fund) {
        List<Recorded<LedgerEvent>> events = new ArrayList<>();
        Api.bean(EventLog.class).readStream(fund.value(), events::add);
        return events;
    }

    @Test
    void whatHappensToASnapshotStandsInTheTrailOfEachOfItsFunds() {
        TestFund fund = fund();
        TestFund second = fund();
        String id = frozen(fund, second);
        assertThat(sign(id, "郑海涛").status()).isEqualTo(201);
        fund.receive("2024-07-07", "1.00");
        assertThat(
                        Api.post(
                                        PATH + "/" + id + "/withdraw",
                                        "{\"postingId\":\"w-%s\",\"effective\":\"2024-07-07\",\"actor\":\"郑海涛\",\"reason\":\"口径有误\"}"
                                                .formatted(id))
                                .status())
                .isEqualTo(201);

        List<String> types = types(second, "");
        assertThat(types.subList(types.size() - 3, types.size()))
                .containsExactly("snapshot.frozen", "snapshot.signed", "snapshot.withdrawn");
        assertThat(types(fund, ""))
                .endsWith(
                        "snapshot.frozen",
                        "snapshot.signed",
                        "fund.funds-received",
                        "snapshot.withdrawn");
        assertThat(page(fund, "&limit=1000")).isEqualTo(oneByOne(fund));
        assertThat(types(fund, "&type=snapshot.signed")).containsExactly("snapshot.signed");
        assertThat(types(fund, "&actor=郑海涛"))
                .containsExactly("snapshot.signed", "snapshot.withdrawn");
        assertThat(types(fund, "&posting=freeze-" + id)).containsExactly("snapshot.frozen");
        assertThat(types(fund, "&project=P-1")).noneMatch(t -> t.startsWith("snapshot."));
        assertThat(types(fund, "&asOf=2024-07-05")).noneMatch(t -> t.startsWith("snapshot."));
        assertThat(types(fund, "&asOf=2024-07-06"))
                .contains("snapshot.signed")
                .doesNotContain("snapshot.withdrawn");
        String frozenAt = Api.get(PATH + "/" + id).at("/frozenAt");
        assertThat(types(fund, "&knownAt=" + frozenAt))
                .endsWith("snapshot.frozen")
                .doesNotContain("snapshot.signed");
    }

    /** Whoever does not see all its funds sees nothing of a snapshot, not in the trail either. */
    @Test
    void theTrailTellsNobodyOfASnapshotWithFundsThatTheyDoNotSee() {
        TestFund fund = fund();
        TestFund other = fund();
        String id = frozen(fund, other);
        String path = fund.path("/trail?limit=1000&type=snapshot.frozen&asOf=2024-12-31");
        Person one = People.of(Role.AUDITOR, "fund:" + id(fund));
        Answer hidden = Api.get(path, one.signIn());
        assertThat(hidden.status()).isEqualTo(200);
        assertThat(hidden.body()).doesNotContain(id, id(other).value());
        Person both = People.of(Role.AUDITOR, "fund:" + id(fund), "fund:" + id(other));
        assertThat(Api.get(path, both.signIn()).body()).contains("snapshot:" + id);
    }

    private static List<String> types(TestFund fund, String query) {
        return page(fund, "&limit=1000" + query).stream()
                .map(item -> item.path("type").asString())
                .toList();
    }

    private static List<JsonNode> page(TestFund fund, String query) {
        return trail(fund, query).path("items").valueStream().toList();
    }

    private static List<JsonNode> oneByOne(TestFund fund) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = trail(fund, "&limit=1" + cursor);
            page.path("items").forEach(all::add);
            cursor = page.has("next") ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static JsonNode trail(TestFund fund, String query) {
        String until = query.contains("asOf=") ? "" : "&asOf=2024-12-31";
        Answer answer =
                fund.get(
                        "/trail?atLeast=%d%s%s"
                                .formatted(Api.bean(EventLog.class).head(), until, query));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void R17_aRestoredLedgerGivesTheSameBytes() throws java.io.IOException {
        TestFund fund = fund();
        String id = frozen(fund);
        assertThat(sign(id, "郑海涛").status()).isEqualTo(201);
        fund.money("disburse", "2024-06-20", "P-1", "7.00");
        byte[] backup = Api.bytes(Api.request("/api/v1/backup").GET());
        try (Api.Other other = Api.other()) {
            Answer restored =
                    Api.send(
                            other.request("/api/v1/restore")
                                    .header("Content-Type", "application/zip")
                                    .POST(BodyPublishers.ofByteArray(backup)));
            assertThat(restored.status()).as(restored.body()).isLessThan(300);
            String path = PATH + "/" + id;
            for (int tries = 0; other.get(path).status() == 404 && tries < 100; tries++) {
                other.get(path + "?atLeast=1");
            }
            assertThat(Api.bytes(other.request(path + "/data").GET())).isEqualTo(data(id));
            Answer shown = other.get(path);
            assertThat(shown.at("/good")).as(shown.body()).isEqualTo("true");
            assertThat(shown.at("/signedBy")).isEqualTo("郑海涛");
        }
    }

    @Test
    void R17_whatCannotBeFrozenOrSignedIsRefusedWithWhatWouldBe() {
        TestFund fund = fund();
        String id = Api.unique("june");
        Answer early =
                Api.post(
                        PATH,
                        body(id, "2024-06-30", ",\"knownAt\":\"2099-01-01T00:00:00Z\"", fund));
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.at("/code")).isEqualTo("KNOWN_AT_NOT_RECORDED");
        String latest = early.at("/latest");
        assertThat(latest).as(early.body()).startsWith("20");
        Answer taken =
                Api.post(PATH, body(id, "2024-06-30", ",\"knownAt\":\"" + latest + "\"", fund));
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        Answer again =
                Api.post(PATH, body(id, "2024-06-30", ",\"knownAt\":\"" + latest + "\"", fund));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.at("/repeated")).isEqualTo("true");
        assertThat(Api.post(PATH, body(id, "2024-05-31", "", fund)).at("/code"))
                .isEqualTo("POSTING_ID_REUSED");

        assertThat(sign(id, "周建国").at("/code")).isEqualTo("SIGNER_FROZE");
        assertThat(sign(id, "郑海涛").status()).isEqualTo(201);
        assertThat(sign(id, "郑海涛").status()).as("the same request").isEqualTo(200);
        assertThat(sign(id, "叶明辉").at("/code")).isEqualTo("SNAPSHOT_SIGNED");
        String withdrawal =
                "{\"postingId\":\"w-%s\",\"effective\":\"2024-07-07\",\"actor\":\"郑海涛\"%s}";
        assertThat(Api.post(PATH + "/" + id + "/withdraw", withdrawal.formatted(id, "")).status())
                .as("without a reason")
                .isEqualTo(400);
        assertThat(
                        Api.post(
                                        PATH + "/" + id + "/withdraw",
                                        withdrawal.formatted(id, ",\"reason\":\"口径有误\""))
                                .status())
                .isEqualTo(201);
        assertThat(Api.get(PATH + "/" + id).at("/status")).isEqualTo("WITHDRAWN");
        assertThat(Api.get(PATH + "/nowhere").status()).isEqualTo(404);
        assertThat(Api.post(PATH, body("x y", "2024-06-30", "", fund)).status()).isEqualTo(400);
        assertThat(Api.post(PATH, "{\"snapshots\":1}").status()).isEqualTo(400);
    }

    @Test
    void anOutsiderVerifiesTheSignatureAndTheLogSpeaksForIt() {
        TestFund fund = fund();
        String id = frozen(fund);
        assertThat(sign(id, "郑海涛").status()).isEqualTo(201);
        Answer shown = Api.get(PATH + "/" + id);
        SignedNote note = SignedNote.parse(shown.at("/verified/note"));
        assertThat(note.isSignedWith(Api.LOG_KEY.verifier())).isTrue();
        assertThat(note.text())
                .contains(
                        "snapshot " + id,
                        "sha256 " + SnapshotDigest.of(data(id)),
                        "frozen-by 周建国; regulator",
                        "signed-by 郑海涛; regulator");
        assertThat(
                        new SignedNote(
                                        note.text().replace("2024-06-30", "2024-06-29"),
                                        note.signatures())
                                .isSignedWith(Api.LOG_KEY.verifier()))
                .isFalse();
        for (int tries = 0; tries < 100; tries++) {
            if (!Api.get(PATH + "/" + id).at("/verified/checkpoint").isEmpty()) {
                return; // long before the thirty seconds after which one is made anyway
            }
        }
        assertThat(Api.get(PATH + "/" + id).body()).contains("\"checkpoint\":");
    }

    @Test
    void aTamperedFigureIsTold() {
        TestFund fund = fund();
        String id = frozen(fund);
        rename(fund, "别的名字");
        try {
            Answer shown = Api.get(PATH + "/" + id);
            assertThat(shown.at("/good")).as(shown.body()).isEqualTo("false");
            assertThat(shown.at("/verified/made")).isNotEqualTo(shown.at("/verified/frozen"));
            Answer data = Api.get(PATH + "/" + id + "/data");
            assertThat(data.status()).isEqualTo(409);
            assertThat(data.at("/code")).isEqualTo("SNAPSHOT_DIFFERS");
            assertThat(sign(id, "郑海涛").at("/code")).isEqualTo("SNAPSHOT_DIFFERS");
        } finally {
            rename(fund, "浙江援疆 2024");
        }
        assertThat(Api.get(PATH + "/" + id).at("/good")).isEqualTo("true");
    }

    private static void rename(TestFund fund, String name) {
        int rows =
                Api.database()
                        .sql("update read.fund set name = :name where fund = :fund")
                        .param("name", name)
                        .param("fund", id(fund).value())
                        .update();
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void theSheetIsTheSameFileEachTime() {
        TestFund fund = fund();
        String id = frozen(fund);
        byte[] sheet = Api.bytes(Api.request(PATH + "/" + id + "/sheet?lang=en").GET());
        assertThat(new String(sheet, 0, 2, StandardCharsets.US_ASCII)).isEqualTo("PK");
        fund.receive("2024-06-01", "1.00");
        assertThat(Api.bytes(Api.request(PATH + "/" + id + "/sheet?lang=en").GET()))
                .isEqualTo(sheet);
        assertThat(Api.bytes(Api.request(PATH + "/" + id + "/sheet").GET())).isNotEqualTo(sheet);
        assertThat(Api.get(PATH + "?kind=MONTHLY_BULLETIN", "Accept", "text/csv").body())
                .contains(id);
    }
}
