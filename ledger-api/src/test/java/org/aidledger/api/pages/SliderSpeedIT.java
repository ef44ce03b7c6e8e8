package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How long the browser takes to draw a page anew when the slider moves, on a ledger that runs
 * elsewhere: {@code -Dledger.slider=http://127.0.0.1:8080/funds/fund-000 -Dledger.slider.token=…}.
 */
class SliderSpeedIT {

    private static final Optional<String> PAGE =
            Optional.ofNullable(System.getProperty("ledger.slider"));

    private static final int MOVES = 25;
    private static final int WARM_UPS = 10;

    /** From the movement to the first frame that shows the page as of another date. */
    private static final String MOVE =
            """
            const done = arguments[arguments.length - 1];
            const slider = document.querySelector(".slider[data-field='asOf']");
            const place = Math.round(Number(slider.max) * arguments[0]);
            document.addEventListener("htmx:afterSettle", () =>
              requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began))), {once: true});
            const began = performance.now();
            slider.value = String(place);
            slider.dispatchEvent(new Event("input", {bubbles: true}));
            """;

    @Test
    void theSliderRedrawsInTime() {
        assumeTrue(PAGE.isPresent(), "skipped: -Dledger.slider names no page to measure");
        try (Browser browser = Browser.open()) {
            browser.driver().executeCdpCommand("Network.enable", Map.of());
            browser.driver()
                    .executeCdpCommand(
                            "Network.setExtraHTTPHeaders",
                            Map.of(
                                    "headers",
                                    Map.of(
                                            "Authorization",
                                            "Bearer "
                                                    + System.getProperty("ledger.slider.token"))));
            browser.width(1440).driver().get(PAGE.orElseThrow());
            browser.driver().manage().timeouts().scriptTimeout(Duration.ofSeconds(20));
            List<Double> millis = new ArrayList<>();
            for (int move = 0; move < WARM_UPS + MOVES; move++) {
                Object took =
                        browser.driver()
                                .executeAsyncScript(MOVE, 0.3 + 0.6 * (move * 37 % 100) / 100);
                if (move >= WARM_UPS) {
                    millis.add(((Number) Optional.ofNullable(took).orElseThrow()).doubleValue());
                }
            }
            Collections.sort(millis);
            String said =
                    "slider: median %.0f ms, 95%% %.0f ms"
                            .formatted(millis.get(MOVES / 2), millis.get(MOVES - 1 - MOVES / 20));
            org.slf4j.LoggerFactory.getLogger(SliderSpeedIT.class).info(said);
            assertThat(millis.get(MOVES / 2)).as(said).isLessThan(300);
        }
    }
}
