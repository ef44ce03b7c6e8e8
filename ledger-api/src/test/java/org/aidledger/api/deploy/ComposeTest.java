package org.aidledger.api.deploy;

import static org.aidledger.api.deploy.DeployFiles.DEPLOY;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the compose file can be what it says. */
class ComposeTest {

    private static final Path FOLDER = DEPLOY.resolve("compose");
    private static final Set<String> LEDGERS = Set.of("keys", "ledger-1", "ledger-2");
    private static final Pattern LEDGER_ADDRESS = Pattern.compile("ledger-\\d:(\\d+)");

    private final JsonNode compose = DeployFiles.yaml(FOLDER.resolve("compose.yaml")).getFirst();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    private static List<String> complaints(JsonNode file) throws IOException {
        try (InputStream stored =
                ComposeTest.class.getResourceAsStream("/deploy/compose-spec.json")) {
            ObjectNode schema = (ObjectNode) DeployFiles.JSON.readTree(stored);
            schema.remove(List.of("$schema", "$id")); // neither is an address; it is draft 7
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema)
                    .validate(file)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    @Test
    void itIsWhatTheComposeSpecificationAllows() throws IOException {
        assertThat(complaints(compose)).isEmpty();

        ObjectNode spoiled = (ObjectNode) compose.deepCopy();
        ((ObjectNode) spoiled.at("/services/ledger-1")).put("read_onyl", true);
        assertThat(complaints(spoiled)).singleElement().asString().contains("read_onyl");
    }

    /** Every ledger, or one would append past Axon Server. */
    @Test
    void axonServerIsAnOptionForAllLedgersAtOnce() throws IOException {
        JsonNode option = DeployFiles.yaml(FOLDER.resolve("compose.axon-server.yaml")).getFirst();
        assertThat(complaints(option)).isEmpty();
        KnownSettings known = KnownSettings.all();
        for (String ledger : LEDGERS) {
            JsonNode settings = option.at("/services/" + ledger + "/environment");
            assertThat(settings.propertyNames()).hasSize(2).allMatch(known::has);
            assertThat(settings.path("LEDGER_STORE").asString()).isEqualTo("axon-server");
            String host = settings.path("LEDGER_AXONSERVER_SERVERS").asString().split(":", 2)[0];
            assertThat(option.path("services").has(host)).as(host).isTrue();
        }
        assertThat(option.path("services").propertyNames()).containsAll(LEDGERS).hasSize(4);
    }

    @Test
    void everySettingOfTheLedgerIsOne() {
        KnownSettings known = KnownSettings.all();
        assertThat(known.has("LEDGER_DB_URI")).isFalse();
        for (String ledger : LEDGERS) {
            JsonNode service = service(ledger);
            assertThat(service.path("environment").propertyNames())
                    .isNotEmpty()
                    .allMatch(known::has);
            for (JsonNode secret : service.path("secrets")) {
                String file =
                        secret.isString() ? secret.asString() : secret.path("target").asString();
                assertThat(file).matches(known::has, "a setting of the ledger");
            }
        }
    }

    @Test
    void everyFileThatIsMountedIsThere() {
        List<String> mounted = new ArrayList<>();
        for (JsonNode service : compose.path("services")) {
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asString().split(":", 2)[0];
                if (source.startsWith(".")) {
                    mounted.add(source);
                } else {
                    assertThat(compose.path("volumes").has(source)).as(source).isTrue();
                }
            }
        }
        assertThat(mounted)
                .hasSizeGreaterThan(8)
                .allMatch(file -> Files.isRegularFile(FOLDER.resolve(file)));
        JsonNode build = service("ledger-1").path("build");
        assertThat(
                        FOLDER.resolve(build.path("context").asString())
                                .resolve(build.path("dockerfile").asString()))
                .isRegularFile();
    }

    @Test
    void portsAndPathsAreThoseOfTheLedger() {
        String port = DeployFiles.defaults().at("/server/port").asString();
        List<String> ports = new ArrayList<>();
        for (String file : new String[] {"Caddyfile", "prometheus.yml"}) {
            String text = DeployFiles.text(FOLDER.resolve(file));
            LEDGER_ADDRESS
                    .matcher(text)
                    .results()
                    .map((MatchResult r) -> r.group(1))
                    .forEach(ports::add);
        }
        assertThat(ports).hasSize(4).containsOnly(port);
        assertThat(service("ledger-1").at("/healthcheck/test/6").asString())
                .isEqualTo("http://localhost:" + port + ProbesIT.READINESS);
        assertThat(DeployFiles.text(FOLDER.resolve("Caddyfile")))
                .contains("health_uri " + ProbesIT.READINESS);
    }

    @Test
    void everySecretIsMadeAndMadeOnce() throws IOException, InterruptedException {
        Path script = Files.copy(FOLDER.resolve("make-secrets"), scratch.resolve("make-secrets"));
        assertThat(DeployFiles.run(scratch, Map.of(), List.of("sh", script.toString())).exit())
                .isZero();
        String first = Files.readString(scratch.resolve("secrets/grafana"));
        assertThat(first).matches("[0-9a-f]{48}");
        assertThat(DeployFiles.run(scratch, Map.of(), List.of("sh", script.toString())).exit())
                .isZero();

        assertThat(scratch.resolve("secrets/grafana")).hasContent(first);
        Set<String> asked = new TreeSet<>();
        for (JsonNode secret : compose.path("secrets")) {
            asked.add(secret.path("file").asString());
        }
        for (JsonNode service : compose.path("services")) {
            for (JsonNode secret : service.path("secrets")) {
                String name =
                        secret.isString() ? secret.asString() : secret.path("source").asString();
                assertThat(compose.path("secrets").has(name)).as(name).isTrue();
            }
        }
        assertThat(asked).allMatch(file -> Files.isRegularFile(scratch.resolve(file)));
        try (var made = Files.list(scratch.resolve("secrets"))) {
            assertThat(
                            made.map(file -> "secrets/" + file.getFileName())
                                    .collect(Collectors.toSet()))
                    .isEqualTo(asked);
        }
    }

    @Test
    void keycloaksRealmGetsAddressAndSecret() throws IOException, InterruptedException {
        Path secrets = Files.createDirectory(scratch.resolve("secrets"));
        for (String name :
                new String[] {"sign-in", "keycloak-database", "keycloak-administrator"}) {
            Files.writeString(secrets.resolve(name), name + "-1234");
        }
        DeployFiles.Run run =
                DeployFiles.run(
                        scratch,
                        Map.of(
                                "SECRETS", secrets.toString(),
                                "IMPORT", scratch.resolve("import").toString(),
                                "REALM",
                                        DEPLOY.resolve("keycloak/aid-ledger-realm.json").toString(),
                                "KEYCLOAK", "echo",
                                "LEDGER_HOST", "ledger.example"),
                        List.of("bash", FOLDER.resolve("keycloak.sh").toString()));

        assertThat(run).isEqualTo(new DeployFiles.Run(0, "start --import-realm\n"));
        JsonNode client =
                DeployFiles.JSON
                        .readTree(DeployFiles.text(scratch.resolve("import/aid-ledger-realm.json")))
                        .at("/clients/0");
        assertThat(client.path("secret").asString()).isEqualTo("sign-in-1234");
        assertThat(client.at("/redirectUris/0").asString())
                .isEqualTo("https://ledger.example/login/oauth2/code/ledger");
    }

    private JsonNode service(String name) {
        JsonNode service = compose.path("services").path(name);
        assertThat(service.isObject()).as(name).isTrue();
        return service;
    }
}
