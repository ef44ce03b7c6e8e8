package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.aidledger.access.Role;
import org.aidledger.api.security.DemoPeople;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Chromium as the system has it. */
final class Browser implements AutoCloseable {

    /** Folder that screenshots go to, if somebody wants them. */
    private static final Optional<Path> SCREENSHOTS =
            Optional.ofNullable(System.getProperty("ledger.screenshots")).map(Path::of);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /** Axe takes some seconds for two thousand elements, and many where others build. */
    private static final Duration LONGEST_CHECK = Duration.ofMinutes(2);

    /** Longer tables repeat themselves. */
    private static final int TALLEST_PICTURE = 4000;

    private static final String HEIGHT =
            "return Math.min(arguments[0], Math.max(innerHeight, document.documentElement.scrollHeight))";

    private static final String AXE = axe();

    /** The rules of WCAG 2.2 AA; only what breaks them is written out. */
    private static final String BREACHES =
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
              resultTypes: ["violations"]
            }).then(
              (found) => done(found.violations.map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html))),
              (e) => done(["axe: " + e]));
            """;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    private static Optional<Path> found(String... places) {
        return Stream.of(places).map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> chromium() {
        return found(
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/snap/bin/chromium");
    }

    private static Optional<Path> chromedriver() {
        return found(
                "/usr/bin/chromedriver",
                "/usr/lib/chromium-browser/chromedriver",
                "/usr/lib/chromium/chromedriver",
                "/snap/bin/chromium.chromedriver");
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Optional.ofNullable(script).orElseThrow().readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isThere() {
        return chromium().isPresent() && chromedriver().isPresent();
    }

    /** Opens one; where there is none, whoever asks is skipped. */
    static Browser open() {
        assumeTrue(
                isThere(),
                "skipped: no chromium and chromedriver (apt-get install chromium chromium-driver)");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium().orElseThrow().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service =
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(chromedriver().orElseThrow().toFile())
                        .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().scriptTimeout(LONGEST_CHECK);
        return new Browser(driver);
    }

    ChromeDriver driver() {
        return driver;
    }

    Browser width(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 1000, "deviceScaleFactor", 1, "mobile", false));
        await(() -> run("return innerWidth").equals((long) width));
        return this;
    }

    Browser go(String path) {
        driver.get(Workbench.url() + path);
        return this;
    }

    /** Signs in through the page; whoever was signed in before is forgotten. */
    Browser signIn(Role role) {
        driver.manage().deleteAllCookies();
        go("/login");
        type("#username", role.toString());
        type("#password", DemoPeople.PASSWORD);
        click("button.primary");
        await(() -> !path().startsWith("/login"));
        return this;
    }

    WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /**
     * What an element says once it is there. The page may be drawing itself anew, so an element
     * found a moment ago may have gone by the time it is asked.
     */
    private <T> T ask(String css, Function<WebElement, T> question) {
        List<T> answer = new ArrayList<>(1);
        await(() -> answer.add(question.apply(find(css))));
        return answer.getFirst();
    }

    void click(String css) {
        ask(
                css,
                it -> {
                    it.click();
                    return css;
                });
    }

    void type(String css, CharSequence... keys) {
        ask(
                css,
                it -> {
                    it.sendKeys(keys);
                    return css;
                });
    }

    void clear(String css) {
        ask(
                css,
                it -> {
                    it.clear();
                    return css;
                });
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    String text(String css) {
        return ask(css, WebElement::getText);
    }

    String attribute(String css, String name) {
        return ask(css, it -> String.valueOf(it.getAttribute(name)));
    }

    /** What stands behind the host in the address. */
    String path() {
        return driver.getCurrentUrl().substring(Workbench.url().length());
    }

    Object run(String script, Object... arguments) {
        return Optional.ofNullable(driver.executeScript(script, arguments)).orElse("");
    }

    void await(java.util.function.BooleanSupplier condition) {
        new WebDriverWait(driver, PATIENCE, LOOK_AGAIN)
                .ignoring(org.openqa.selenium.StaleElementReferenceException.class)
                .until(_ -> condition.getAsBoolean());
    }

    /**
     * Where the page as it stands is not for everybody. The builder of the library would open a
     * window and hand its script over several times for each page.
     */
    List<String> violations() {
        if (run("return typeof axe").equals("undefined")) {
            run(AXE);
        }
        Object found = driver.executeAsyncScript(BREACHES);
        return ((List<?>) Optional.ofNullable(found).orElseThrow())
                .stream().map(String::valueOf).toList();
    }

    /**
     * A screen in both languages, on a desk and on a phone: with all its words, no wider than the
     * screen, nothing refused by the policy for contents, accessible.
     *
     * @param fine complaints that are to be expected
     */
    void screen(String name, String path, Predicate<String> fine) {
        screen(name, path, "zh", List.of(1440, 390), fine);
        screen(name, path, "en", List.of(390, 1440), fine);
    }

    private void screen(
            String name,
            String path,
            String language,
            List<Integer> widths,
            Predicate<String> fine) {
        String where = name + "-" + language;
        width(widths.getFirst()).go(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
        widths.forEach(width -> isFine(where + "-" + width, width));
        assertThat(complaints()).as(where).allMatch(fine);
    }

    void screen(String name, String path) {
        screen(name, path, _ -> false);
    }

    /** The page as it stands has all its words, is no wider than the screen, and accessible. */
    void isFine(String name, int width) {
        width(width);
        picture(name);
        // The driver's own way to read a text asks the style of each element.
        assertThat((String) run("return document.body.innerText")).as(name).doesNotContain("??");
        assertThat((Long) run("return document.documentElement.scrollWidth"))
                .as(name)
                .isLessThanOrEqualTo(width);
        assertThat(violations()).as(name).isEmpty();
    }

    /** What the browser complained about since it was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(e -> e.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Keeps a picture of the page from its head to its foot, if somebody wants pictures. */
    void picture(String name) {
        SCREENSHOTS.ifPresent(folder -> {
            try {
                Files.createDirectories(folder);
                Map<String, Object> whole =
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of(
                                        "x", 0,
                                        "y", 0,
                                        "width", run("return innerWidth"),
                                        "height", run(HEIGHT, TALLEST_PICTURE),
                                        "scale", 1));
                Files.write(
                        folder.resolve(name + ".png"),
                        Base64.getDecoder()
                                .decode(
                                        (String)
                                                Optional.ofNullable(
                                                                driver.executeCdpCommand(
                                                                                "Page.captureScreenshot",
                                                                                whole)
                                                                        .get("data"))
                                                        .orElseThrow()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        driver.quit();
    }
}
