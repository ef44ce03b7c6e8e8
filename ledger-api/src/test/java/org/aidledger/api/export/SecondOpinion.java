package org.aidledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** What the real tools say about a file: whether they take it, and what its accounts stand at. */
enum SecondOpinion {
    HLEDGER("hledger") {
        @Override
        List<String> check(Path file) {
            return List.of("hledger", "-f", file.toString(), "check", "--strict");
        }

        @Override
        List<String> balances(Path file, LocalDate date) {
            return List.of(
                    "hledger",
                    "-f",
                    file.toString(),
                    "bal",
                    "-N",
                    "--flat",
                    "-E",
                    "-O",
                    "csv",
                    "-e",
                    date.plusDays(1).toString());
        }
    },
    BEANCOUNT("bean-check") {
        @Override
        List<String> check(Path file) {
            return List.of("bean-check", file.toString());
        }

        @Override
        List<String> balances(Path file, LocalDate date) {
            // Not sum(position): bean-query cannot show positions from a thousand million on.
            return List.of(
                    "bean-query",
                    "-f",
                    "csv",
                    file.toString(),
                    "select account, sum(number) where date <= %s group by account"
                            .formatted(date));
        }
    };

    private final String program;

    SecondOpinion(String program) {
        this.program = program;
    }

    abstract List<String> check(Path file);

    abstract List<String> balances(Path file, LocalDate date);

    /** Skips the test, saying so, where the tool is not installed. */
    void require() {
        boolean installed =
                Arrays.stream(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        if (!installed) {
            System.err.println("skipped: " + program + " is not installed (.ci/run installs it)");
        }
        assumeTrue(installed, program + " is not installed (.ci/run installs it)");
    }

    /** Fails unless the tool loads the file without a word of complaint. */
    void loads(Path file) {
        assertThat(run(check(file))).isBlank();
    }

    /** The accounts that stand at something other than zero, by the tool's own sums. */
    Map<String, BigDecimal> standing(Path file, LocalDate date) {
        Map<String, BigDecimal> standing = new TreeMap<>();
        for (CSVRecord row : rows(run(balances(file, date)))) {
            String amount = row.get(1).replaceAll("[A-Z ]", "");
            BigDecimal sum = new BigDecimal(amount.isEmpty() ? "0" : amount);
            if (sum.signum() != 0) {
                standing.put(row.get(0).strip(), sum.stripTrailingZeros());
            }
        }
        return standing;
    }

    private static List<CSVRecord> rows(String csv) {
        try (CSVParser parser = CSVParser.parse(csv, CSVFormat.DEFAULT)) {
            List<CSVRecord> rows = parser.getRecords();
            return rows.subList(1, rows.size());
        } catch (IOException e) {
            throw new UncheckedIOException(csv, e);
        }
    }

    private static String run(List<String> command) {
        List<String> utf8 = new ArrayList<>(List.of("env", "LC_ALL=C.UTF-8"));
        utf8.addAll(command);
        try {
            Process process = new ProcessBuilder(utf8).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).describedAs("%s: %s", command, output).isZero();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
