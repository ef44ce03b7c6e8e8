package org.aidledger.api.deploy;

import static org.aidledger.api.deploy.DeployFiles.DEPLOY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The unit for systemd, the image's files, and the settings that the pages for operators name. */
class ServerFilesTest {

    private static final Pattern SETTING =
            Pattern.compile("\\b(?:LEDGER|SPRING|SERVER|LOGGING|MANAGEMENT)_[A-Z0-9_]*[A-Z0-9]\\b");
    private static final Pattern COPIED =
            Pattern.compile("(?m)^COPY (?:--chmod=\\d+ )?(infra/\\S+) ");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(?:#[^)]*)?\\)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path scratch;

    @Test
    void theUnitIsOneThatSystemdTakes() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")))
                .as("systemd-analyze is not installed: the unit is not verified")
                .isTrue();
        String unit = DeployFiles.text(DEPLOY.resolve("systemd/aid-ledger.service"));
        assertThat(unit).contains("ExecStart=/opt/aid-ledger/aidledger ");
        // The program is not installed where tests run.
        Path tried =
                Files.writeString(
                        scratch.resolve("aid-ledger.service"),
                        unit.replace("/opt/aid-ledger/aidledger", "/bin/true"));
        DeployFiles.Run run =
                DeployFiles.run(
                        scratch,
                        Map.of(),
                        List.of("systemd-analyze", "verify", "--man=no", tried.toString()));
        assertThat(run.said().lines().filter(line -> line.contains("aid-ledger"))).isEmpty();
        assertThat(run.exit()).as(run.said()).isZero();
    }

    @Test
    void theImageIsMadeOfFilesThatAreThere() {
        String dockerfile = DeployFiles.text(DEPLOY.resolve("container/Dockerfile"));
        List<String> copied =
                COPIED.matcher(dockerfile).results().map((MatchResult r) -> r.group(1)).toList();
        assertThat(copied)
                .hasSize(2)
                .allMatch(f -> Files.isRegularFile(DeployFiles.ROOT.resolve(f)));
        assertThat(DEPLOY.resolve("container/aidledger")).isExecutable();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "infra/deploy/systemd/environment.example",
                "docs/operations/first-day.md",
                "docs/operations/containers.md",
                "docs/operations/keys.md",
                "docs/operations/migrate.md",
                "docs/operations/nodes.md"
            })
    void whatIsNamedAsASettingIsOne(String file) {
        KnownSettings known = KnownSettings.all();
        String text = DeployFiles.text(DeployFiles.ROOT.resolve(file));
        assertThat(SETTING.matcher(text).results().map(MatchResult::group))
                .isNotEmpty()
                .filteredOn(name -> !name.equals("LEDGER_HOST"))
                .allMatch(known::has);
    }

    @Test
    void pagesForOperatorsLeadSomewhere() throws IOException {
        Path pages = DeployFiles.ROOT.resolve("docs/operations");
        try (Stream<Path> files = Files.list(pages)) {
            for (Path page : files.toList()) {
                assertThat(LINK.matcher(DeployFiles.text(page)).results().map(r -> r.group(1)))
                        .as(page.toString())
                        .allMatch(target -> Files.exists(pages.resolve(target)));
            }
        }
    }
}
