package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.slf4j.LoggerFactory;

/**
 * How long a sheet of ten thousand rows takes for whoever brings it, on a demonstration that runs
 * elsewhere: {@code -Dledger.sheets.at=http://127.0.0.1:8080 -Dledger.sheets.token=…}, and with
 * {@code -Dledger.sheets.pid=…} how much memory its server has. Every time is from the press of a
 * button to what is seen.
 */
class SheetSpeedIT {

    private static final Optional<String> SERVER =
            Optional.ofNullable(System.getProperty("ledger.sheets.at"));
    private static final Optional<String> PID =
            Optional.ofNullable(System.getProperty("ledger.sheets.pid"));
    private static final String TOKEN = System.getProperty("ledger.sheets.token", "");

    private static final int ROWS = 10_000;
    private static final int BAD = 10;
    private static final int LOOKS = 15;

    /** Milliseconds until the answer is there, the median of many, and its size on the way. */
    private static final String LOOK =
            """
            const done = arguments[arguments.length - 1];
            (async () => {
              const took = [];
              for (let i = 0; i < arguments[0]; i++) {
                const began = performance.now();
                await (await fetch(location.href, {cache: "no-store"})).text();
                took.push(performance.now() - began);
              }
              took.sort((a, b) => a - b);
              const sizes = performance.getEntriesByType("resource").filter((e) => e.name === location.href);
              done([took[took.length >> 1], sizes.at(-1).encodedBodySize / 1000]);
            })();
            """;

    @TempDir private Path folder;

    private final StringBuilder said = new StringBuilder();

    @Test
    void tenThousandRows() throws IOException, InterruptedException {
        assumeTrue(SERVER.isPresent(), "skipped: -Dledger.sheets.at names no server to measure");
        byte[] template = template();
        Path mixed = filled(template, "mixed.xlsx", BAD);
        Path good = filled(template, "good.xlsx", 0);
        say("sheet %d kB; memory before: %s".formatted(Files.size(mixed) / 1000, memory()));
        try (Browser browser = Browser.open()) {
            browser.driver().executeCdpCommand("Network.enable", Map.of());
            browser.driver()
                    .executeCdpCommand(
                            "Network.setExtraHTTPHeaders",
                            Map.of("headers", Map.of("Authorization", "Bearer " + TOKEN)));
            browser.width(1440);
            say("verdicts on %,d rows: %.1f s".formatted(ROWS, bring(browser, mixed)));
            assertThat(browser.text("#sheet")).contains("9,990", String.valueOf(BAD));
            page(browser, "page of verdicts");
            String sheet = browser.driver().getCurrentUrl().replaceAll("\\?.*", "");
            browser.driver().get(sheet + "?show=refused");
            page(browser, "page of refused rows");
            browser.click(".sheet-rows tr.bad a.btn");
            await(browser, () -> !browser.all(".correcting").isEmpty());
            browser.driver().findElement(By.name("cell.amount")).clear();
            browser.driver().findElement(By.name("cell.amount")).sendKeys("0.10");
            say(
                    "a correction, and all judged again: %.1f s"
                            .formatted(
                                    press(
                                            browser,
                                            ".correcting button.primary",
                                            () ->
                                                    isSettled(browser)
                                                            && browser.all(".sheet-rows tr.bad")
                                                                            .size()
                                                                    == BAD - 1)));
            say("memory: %s".formatted(memory()));
            say(
                    "the good ones posted, each on its own: %.1f s"
                            .formatted(
                                    press(
                                            browser,
                                            "form[action$='/post'] button",
                                            () -> isPosted(browser))));
            assertThat(browser.text(".notice.done")).contains("9,991");
            say("verdicts on the second sheet: %.1f s".formatted(bring(browser, good)));
            say(
                    "all %,d posted or none: %.1f s"
                            .formatted(
                                    ROWS,
                                    press(
                                            browser,
                                            "form[action$='/post'] button",
                                            () -> isPosted(browser))));
            assertThat(browser.text(".notice.done")).contains("10,000");
            page(browser, "page of posted rows");
            say("memory: %s".formatted(memory()));
        } finally {
            LoggerFactory.getLogger(SheetSpeedIT.class).info("sheets:\n{}", said);
        }
    }

    private void say(String line) {
        said.append(line).append('\n');
    }

    private static byte[] template() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(
                                            URI.create(SERVER.orElseThrow() + "/sheet/template"))
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        }
    }

    /** The template with rows in it, of which some cannot be taken. */
    private Path filled(byte[] template, String name, int bad) throws IOException {
        return FilledSheet.write(
                folder.resolve(name),
                template,
                IntStream.range(0, ROWS)
                        .mapToObj(i ->
                                FilledSheet.disbursement(
                                        bad > 0 && i % (ROWS / bad) == 7 ? "9亿" : "0.10",
                                        name + " " + System.nanoTime() + " " + i))
                        .toList());
    }

    private static double bring(Browser browser, Path file) {
        browser.driver().get(SERVER.orElseThrow() + "/sheet");
        browser.type("#file", file.toString());
        return press(browser, "#sheet-drop button.primary", () -> isSettled(browser));
    }

    private static boolean isSettled(Browser browser) {
        return browser.all("progress").isEmpty() && !browser.all(".sheet-rows").isEmpty();
    }

    private static boolean isPosted(Browser browser) {
        return isSettled(browser) && !browser.all(".notice.done").isEmpty();
    }

    /** Seconds from the press of a button to what it leads to. */
    private static double press(Browser browser, String button, BooleanSupplier until) {
        long began = System.nanoTime();
        browser.click(button);
        await(browser, until);
        return (System.nanoTime() - began) / 1e9;
    }

    private static void await(Browser browser, BooleanSupplier until) {
        new WebDriverWait(browser.driver(), Duration.ofMinutes(5), Duration.ofMillis(20))
                .ignoring(StaleElementReferenceException.class)
                .until(_ -> until.getAsBoolean());
    }

    private void page(Browser browser, String name) {
        var answer =
                (java.util.List<?>)
                        Optional.ofNullable(browser.driver().executeAsyncScript(LOOK, LOOKS))
                                .orElseThrow();
        say(
                "%s: %.0f ms, %.1f kB; %s"
                        .formatted(
                                name,
                                ((Number) answer.get(0)).doubleValue(),
                                ((Number) answer.get(1)).doubleValue(),
                                browser.run(
                                        "const n = performance.getEntriesByType('navigation')[0]; return 'loaded after '"
                                                + " + Math.round(n.loadEventEnd) + ' ms, ' + document.querySelectorAll('*').length + ' elements'")));
    }

    private static String memory() throws IOException {
        if (PID.isEmpty()) {
            return "not asked for";
        }
        try (var lines = Files.lines(Path.of("/proc", PID.get(), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                    .map(line -> line.replaceAll("\\s+", " "))
                    .collect(Collectors.joining(", "));
        }
    }
}
