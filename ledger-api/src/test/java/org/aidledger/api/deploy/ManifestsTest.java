package org.aidledger.api.deploy;

import static org.aidledger.api.deploy.DeployFiles.DEPLOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the manifests for Kubernetes can be what they say. */
class ManifestsTest {

    /** In which part of Kubernetes' interface each kind stands. */
    private static final Map<String, String> VERSIONS =
            Map.of(
                    "ConfigMap", "v1",
                    "Secret", "v1",
                    "Service", "v1",
                    "Deployment", "apps/v1",
                    "PodDisruptionBudget", "policy/v1",
                    "Ingress", "networking.k8s.io/v1",
                    "NetworkPolicy", "networking.k8s.io/v1");

    private final List<JsonNode> objects =
            Stream.of("ledger.yaml", "secret.template.yaml")
                    .map(file -> DEPLOY.resolve("kubernetes").resolve(file))
                    .flatMap(file -> DeployFiles.yaml(file).stream())
                    .toList();

    /**
     * By Kubernetes' own description of its objects: no field that an object cannot have, and all
     * that it must have. Found by name, since javac would ask for all that the class refers to.
     */
    private static void check(JsonNode object) throws ReflectiveOperationException {
        String kind = object.path("kind").asString();
        assertThat(object.path("apiVersion").asString()).isEqualTo(VERSIONS.get(kind));
        try {
            Class.forName("io.kubernetes.client.openapi.models.V1" + kind)
                    .getMethod("validateJsonElement", JsonElement.class)
                    .invoke(null, JsonParser.parseString(object.toString()));
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }

    private JsonNode object(String kind) {
        return objects.stream()
                .filter(o -> o.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode container() {
        return object("Deployment").at("/spec/template/spec/containers/0");
    }

    @Test
    void theyAreWhatKubernetesTakes() throws ReflectiveOperationException {
        assertThat(objects).hasSize(7);
        for (JsonNode object : objects) {
            check(object);
        }
    }

    @Test
    void aFieldThatIsNoneAndOneThatIsMissingAreFound() {
        JsonNode spoiled = object("Deployment").deepCopy();
        ((ObjectNode) spoiled.at("/spec/template/spec/containers/0/readinessProbe"))
                .put("path", "/");
        assertThatThrownBy(() -> check(spoiled)).hasMessageContaining("`path`");

        JsonNode poorer = object("Deployment").deepCopy();
        ((ObjectNode) poorer.path("spec")).remove("selector");
        assertThatThrownBy(() -> check(poorer)).hasMessageContaining("`selector`");
    }

    @Test
    void everySettingIsOne() {
        KnownSettings known = KnownSettings.all();
        assertThat(object("ConfigMap").path("data").propertyNames())
                .isNotEmpty()
                .allMatch(known::has);
        assertThat(object("Secret").path("stringData").propertyNames())
                .hasSize(4)
                .allMatch(known::has);
    }

    @Test
    void portsAndProbesAreThoseOfTheLedger() {
        assertThat(container().at("/ports/0/containerPort"))
                .isEqualTo(DeployFiles.defaults().at("/server/port"));
        assertThat(container().at("/startupProbe/httpGet/path").asString())
                .isEqualTo(ProbesIT.LIVENESS);
        assertThat(container().at("/livenessProbe/httpGet/path").asString())
                .isEqualTo(ProbesIT.LIVENESS);
        assertThat(container().at("/readinessProbe/httpGet/path").asString())
                .isEqualTo(ProbesIT.READINESS);
    }

    @Test
    void whatRefersToSomethingFindsIt() {
        JsonNode labels = object("Deployment").at("/spec/template/metadata/labels");
        assertThat(object("Deployment").at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(object("Service").at("/spec/selector")).isEqualTo(labels);
        assertThat(object("PodDisruptionBudget").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(object("NetworkPolicy").at("/spec/podSelector/matchLabels")).isEqualTo(labels);
        assertThat(container().at("/envFrom/0/configMapRef/name"))
                .isEqualTo(object("ConfigMap").at("/metadata/name"));
        assertThat(object("Deployment").at("/spec/template/spec/volumes/2/secret/secretName"))
                .isEqualTo(object("Secret").at("/metadata/name"));
        assertThat(object("Ingress").at("/spec/rules/0/http/paths/0/backend/service/name"))
                .isEqualTo(object("Service").at("/metadata/name"));
    }

    /** What the level "restricted" of Kubernetes' Pod Security Standards asks for. */
    @Test
    void thePodNeedsNoPrivilege() {
        JsonNode pod = object("Deployment").at("/spec/template/spec/securityContext");
        assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.path("runAsUser").asInt()).isNotZero();
        assertThat(pod.at("/seccompProfile/type").asString()).isEqualTo("RuntimeDefault");
        JsonNode own = container().path("securityContext");
        assertThat(own.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
        assertThat(own.path("readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(own.at("/capabilities/drop/0").asString()).isEqualTo("ALL");
    }
}
