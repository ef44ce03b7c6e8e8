package org.aidledger.api.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files that are deployed, read as their programs read them. */
final class DeployFiles {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path DEPLOY = ROOT.resolve("infra/deploy");

    static final JsonMapper JSON = new JsonMapper();

    private DeployFiles() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With references and merged parts resolved; a key that stands twice is an error. */
    static List<JsonNode> yaml(Path file) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return StreamSupport.stream(new Yaml(options).loadAll(text(file)).spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }

    /** What the ledger itself answers where nobody says otherwise. */
    static JsonNode defaults() {
        return yaml(ROOT.resolve("ledger-api/src/main/resources/application.yaml")).getFirst();
    }

    /** What a program said and how it ended. */
    record Run(int exit, String said) {}

    static Run run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder program =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        program.environment().putAll(environment);
        Process process = program.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end: " + said);
        }
        return new Run(process.exitValue(), said);
    }
}
