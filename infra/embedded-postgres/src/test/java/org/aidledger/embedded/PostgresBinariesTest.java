package org.aidledger.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacking once, also when several begin at the same moment. */
class PostgresBinariesTest {

    @TempDir Path cache;

    @Test
    void appearsOnceAndCompleteHoweverManyUnpack() throws Exception {
        PostgresBinaries binaries = PostgresBinaries.forThisPlatform();
        Callable<Path> unpack = () -> binaries.unpacked(cache);
        try (var threads = Executors.newFixedThreadPool(3)) {
            var unpacking = IntStream.range(0, 3).mapToObj(i -> threads.submit(unpack)).toList();
            Set<Path> homes = new java.util.HashSet<>();
            for (var one : unpacking) {
                homes.add(one.get());
            }
            assertThat(homes).hasSize(1);
        }
        try (var entries = Files.list(cache)) {
            Set<Path> left = entries.collect(Collectors.toSet());
            assertThat(left).hasSize(1);
            Path home = left.iterator().next();
            assertThat(home.resolve("bin/postgres")).isExecutable();
            assertThat(home.resolve("share")).isDirectory();
            assertThat(binaries.unpacked(cache)).isEqualTo(home);
        }
    }
}
