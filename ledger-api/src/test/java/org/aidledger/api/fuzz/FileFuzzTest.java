package org.aidledger.api.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.aidledger.api.fuzz.FileTarget.Came;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that were right once, with bytes, words and lines changed. How many: {@code -Dfuzz.inputs};
 * the same again: {@code -Dfuzz.seed}.
 */
class FileFuzzTest {

    private static final long USUAL_INPUTS = 800;
    private static final long MOST_MILLIS = 5_000;

    @ParameterizedTest
    @EnumSource
    void whatIsRightIsTaken(FileTarget target) {
        assertThat(target.read(Seeds.file(target.format()))).isEqualTo(Came.TAKEN);
    }

    /** Fuzzing found the first to end the check with an exception of ours. */
    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e1000000000", "1.0000000000000000001"})
    void aFigureIsComparedExactly(String number) {
        String bundle = new String(Seeds.file("bundle"), StandardCharsets.UTF_8);
        String altered = bundle.replace("\"planVersion\":1,", "\"planVersion\":" + number + ",");
        assertThat(altered).isNotEqualTo(bundle);
        assertThat(FileTarget.BUNDLE.read(altered.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Came.PARTLY);
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void whateverComesIsTakenOrRefused(FileTarget target) {
        FuzzSettings settings = FuzzSettings.of(USUAL_INPUTS);
        Counts counts = new Counts();
        Map<String, String> mistakes = new TreeMap<>();
        byte[] seed = Seeds.file(target.format());
        long deadline =
                System.nanoTime() + settings.atMost().toNanos() / FileTarget.values().length;
        long slowest = 0;
        for (long n = settings.first();
                n < settings.first() + settings.inputs() && System.nanoTime() < deadline;
                n++) {
            byte[] input = target.spoiled(seed, settings.random(n));
            long begun = System.nanoTime();
            try {
                counts.count(target.format(), target.read(input).toString());
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                counts.count(target.format(), "MISTAKE");
                mistakes.putIfAbsent(about(e), settings.again(n) + ": " + e);
            }
            slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
        }
        System.out.printf(
                "File fuzzing, seed %d: %s; slowest %d ms%n", settings.seed(), counts, slowest);
        assertThat(mistakes).isEmpty();
        assertThat(slowest).isLessThan(MOST_MILLIS);
    }

    /** Where it was thrown. */
    private static String about(Throwable mistake) {
        StackTraceElement[] trace = mistake.getStackTrace();
        String where = "";
        for (StackTraceElement element : trace) {
            if (element.getClassName().startsWith("org.aidledger")) {
                where = element.toString();
                break;
            }
        }
        return mistake.getClass().getSimpleName() + " at " + where;
    }
}
