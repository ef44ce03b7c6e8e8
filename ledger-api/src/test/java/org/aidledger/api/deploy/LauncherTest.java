package org.aidledger.api.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a folder of its own, with a build and a Java that only say that they ran. */
class LauncherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    @BeforeEach
    void aFolderWithoutABuild() throws IOException {
        Files.copy(DeployFiles.ROOT.resolve("aidledger"), home.resolve("aidledger"));
        Files.createDirectories(home.resolve(".mvn"));
        Files.createDirectories(home.resolve("ledger-api/src/main"));
        Files.writeString(home.resolve("pom.xml"), "");
        script(".mvn/find-jdk", "echo " + home.resolve("jdk"));
        // It says that it builds, and goes on when it is let.
        script("mvnw", "echo BUILDS; echo x >> built; [ ! -p go ] || read -r _ < go");
        script(
                "jdk/bin/java",
                """
                case "$*" in
                  *jarmode*) for last; do :; done; mkdir -p "$last"; : > "$last/aid-ledger.jar" ;;
                  *) echo "http://RAN" ;;
                esac\
                """);
    }

    private void script(String name, String lines) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + lines + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Process launch(String path) throws IOException {
        ProcessBuilder launcher =
                new ProcessBuilder("bash", home.resolve("aidledger").toString(), "funds")
                        .directory(home.toFile())
                        .redirectErrorStream(true);
        launcher.environment().put("PATH", path);
        return launcher.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flock", "mkdir"})
    void theSecondOfTwoWaitsForTheBuildOfTheFirst(String lock) throws Exception {
        String path = lock.equals("flock") ? System.getenv("PATH") : pathWithoutFlock();
        run("mkfifo", home.resolve("go").toString());
        Process first = launch(path);
        try (BufferedReader said = first.inputReader()) {
            assertThat(said.readLine()).contains("building");
            assertThat(said.readLine()).isEqualTo("BUILDS");
            Process second = launch(path);
            try (BufferedReader other = second.inputReader()) {
                assertThat(other.readLine()).contains("another aidledger builds", "waiting");
                Files.writeString(home.resolve("go"), "go\n");
                assertThat(other.readLine()).isEqualTo("http://RAN");
                assertThat(second.waitFor()).isZero();
            }
            assertThat(said.readLine()).isEqualTo("http://RAN");
            assertThat(first.waitFor()).isZero();
        }
        assertThat(home.resolve("built")).hasContent("x\n");
        assertThat(home.resolve("ledger-api/target/aid-ledger.lock.d")).doesNotExist();
    }

    @Test
    void aBuildThatFailsLetsTheNextOneTry() throws Exception {
        script("mvnw", "echo BROKEN; exit 1");
        for (String path : List.of(System.getenv("PATH"), pathWithoutFlock())) {
            for (int time = 0; time < 2; time++) {
                Process launcher = launch(path);
                try (BufferedReader said = launcher.inputReader()) {
                    assertThat(said.lines()).noneMatch(line -> line.contains("another"));
                }
                assertThat(launcher.waitFor()).isEqualTo(1);
            }
        }
    }

    @Test
    void whoMayNotBuildIsToldWhoMay() throws Exception {
        Files.createDirectories(home.resolve("ledger-api/target"));
        run("chmod", "-w", home.resolve("ledger-api/target").toString());
        assumeThat(Files.isWritable(home.resolve("ledger-api/target")))
                .as("whoever runs this may write everywhere: not tried")
                .isFalse();
        Process launcher = launch(System.getenv("PATH"));
        try (BufferedReader said = launcher.inputReader()) {
            assertThat(said.readLine()).contains("you may not write", "as its owner");
        }
        assertThat(launcher.waitFor()).isEqualTo(1);
    }

    /** A path with all programs but that one, as on macOS. */
    private String pathWithoutFlock() throws IOException {
        Path programs = Files.createDirectories(home.resolve("programs"));
        for (String folder : System.getenv("PATH").split(":", -1)) {
            if (Files.isDirectory(Path.of(folder))) {
                try (Stream<Path> all = Files.list(Path.of(folder))) {
                    for (Path program : all.toList()) {
                        Path link = programs.resolve(program.getFileName());
                        if (!link.endsWith("flock") && !Files.exists(link)) {
                            Files.createSymbolicLink(link, program);
                        }
                    }
                }
            }
        }
        return programs.toString();
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
