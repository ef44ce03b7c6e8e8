package org.aidledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files much larger than the memory: read to their end or refused, in 64 MB. */
class LargeFilesTest {

    @TempDir private Path folder;

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whateverTheirSizeTheyFitIntoLittleMemory() throws IOException, InterruptedException {
        Process reader =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx64m",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                LargeFiles.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        List<String> lines;
        try (var out = reader.inputReader(StandardCharsets.UTF_8)) {
            lines = out.lines().toList();
        }
        lines.forEach(System.out::println);
        assertThat(reader.waitFor()).as(lines.toString()).isZero();
        assertThat(lines).hasSize(23).noneMatch(line -> line.contains("MISTAKE"));
    }
}
