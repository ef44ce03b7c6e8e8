package org.aidledger.api.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.api.Api;
import org.aidledger.api.TestFund;
import org.aidledger.api.security.People;
import org.junit.jupiter.api.Test;

/**
 * What monitoring reads is there, means what it says, and is what dashboards and alerts ask for.
 */
class MetricsIT {

    private static final Path MONITORING = Path.of("../infra/deploy/monitoring");

    /** Functions and labels have other names; these are the programs that measure here. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:aidledger|http_server|jvm|hikaricp|disk)_[a-z_]+\\b");

    private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s*\"?expr\"?: *(.*)$");

    private static String scrape() {
        Api.Answer answer = Api.get("/actuator/prometheus");
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    /** The value of one series; zero if there is none. */
    private static double value(String metrics, String series) {
        return metrics.lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static void refuse(TestFund fund) {
        Api.Answer answer = fund.tryPost("receive", ",\"amount\":\"-1.00\",\"currency\":\"CNY\"");
        assertThat(answer.at("/code")).as(answer.body()).isEqualTo("AMOUNT_NOT_POSITIVE");
    }

    @Test
    void commandsAreCountedByKindAndOutcomeAndRefusalsByCode() {
        TestFund fund = TestFund.open();
        String accepted =
                "aidledger_command_seconds_count{command=\"receive\",outcome=\"accepted\"}";
        String refused = "aidledger_command_seconds_count{command=\"receive\",outcome=\"refused\"}";
        String code = "aidledger_rejection_total{code=\"AMOUNT_NOT_POSITIVE\"}";
        String before = scrape();

        fund.receive("2024-02-01", "900.00");
        refuse(fund);

        String after = scrape();
        assertThat(value(after, accepted)).isGreaterThan(value(before, accepted));
        assertThat(value(after, refused)).isGreaterThan(value(before, refused));
        assertThat(value(after, code)).isGreaterThan(value(before, code));
        assertThat(value(after, "aidledger_commit_seconds_count"))
                .isGreaterThan(value(before, "aidledger_commit_seconds_count"));
        assertThat(value(after, "aidledger_processor_up")).isEqualTo(1);
        assertThat(value(after, "aidledger_log_up")).isEqualTo(1);
        assertThat(value(after, "aidledger_events")).isPositive();
    }

    @Test
    void whateverDashboardAndAlertsAskForIsThere() throws IOException {
        refuse(TestFund.open());
        Set<String> there =
                METRIC.matcher(scrape()).results().map(r -> r.group()).collect(Collectors.toSet());
        Set<String> asked = new TreeSet<>();
        for (String file : new String[] {"dashboard.json", "alerts.yml"}) {
            Matcher expressions = EXPRESSION.matcher(Files.readString(MONITORING.resolve(file)));
            while (expressions.find()) {
                Matcher names = METRIC.matcher(expressions.group(1));
                while (names.find()) {
                    asked.add(names.group());
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(20);
        assertThat(there).containsAll(asked);
    }

    /** An alert on the disk where the program was started would say nothing about the data. */
    @Test
    void theDiskMeasuredIsThatOfTheDataFolder() {
        String data = Api.data().toAbsolutePath().toString();
        for (String metric : new String[] {"disk_free_bytes", "disk_total_bytes"}) {
            assertThat(value(scrape(), metric + "{path=\"" + data + "\"}")).isPositive();
        }
    }

    @Test
    void metricsNeedASignInButNoRole() {
        assertThat(Api.send(Api.stranger("/actuator/prometheus")).status()).isEqualTo(401);
        assertThat(Api.get("/actuator/prometheus", People.of(Set.of()).signIn()).status())
                .isEqualTo(200);
    }

    @Test
    void noMetricNamesAFund() {
        TestFund fund = TestFund.open();
        fund.receive("2024-02-01", "900.00");
        assertThat(Api.get("/api/v1/funds/" + fund.id() + "/budget").status()).isEqualTo(200);
        assertThat(scrape()).doesNotContain(fund.id());
    }

    /** With Prometheus' own tool: each alert fires for its cause, and is silent without. */
    @Test
    void everyAlertFiresForItsCause() throws IOException, InterruptedException {
        assumeThat(
                        Stream.of("/usr/bin/promtool", "/usr/local/bin/promtool")
                                .anyMatch(tool -> Files.isExecutable(Path.of(tool))))
                .as("promtool is not installed: alerts are not tried out")
                .isTrue();
        Process promtool =
                new ProcessBuilder("promtool", "test", "rules", "alerts.test.yml")
                        .directory(MONITORING.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(promtool.exitValue()).as(said).isZero();
    }
}
