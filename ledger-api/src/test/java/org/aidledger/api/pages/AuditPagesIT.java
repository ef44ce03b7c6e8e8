package org.aidledger.api.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aidledger.access.Role;
import org.aidledger.api.Api;
import org.aidledger.proof.TransparencyLog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** An auditor's day in a real browser: proof, replay, sample. */
class AuditPagesIT {

    private static final String AKSU = "/funds/zhejiang-aksu-2024";

    @SuppressWarnings("NullAway.Init")
    private static Browser browser;

    @BeforeAll
    static void open() {
        browser = Browser.open();
        var _ = Workbench.bean(TransparencyLog.class).makeCheckpoint();
        browser.signIn(Role.AUDITOR);
    }

    @AfterAll
    static void close() {
        if (Browser.isThere()) {
            browser.close();
        }
    }

    private static void looksRight(String where, int width) {
        browser.run("document.querySelector('#check-verdict').scrollIntoView(); scrollBy(0, -60);");
        browser.isFine(where, width);
        assertThat(browser.complaints()).as(where).isEmpty();
    }

    private static void verify() {
        browser.click("#check-form button.primary");
        browser.await(() -> browser.all("#check-list li").size() == 5);
        browser.await(() -> !browser.text("#check-verdict").contains("…"));
    }

    private static String state(String check) {
        return browser.attribute("#check-list [data-check='" + check + "']", "class");
    }

    private static void forget() {
        browser.run("localStorage.clear()");
    }

    /** What a server would answer that lies: a script changes the answers on their way. */
    private static void lie(String when, String how) {
        browser.run(
                """
                const ask = window.fetch;
                window.fetch = async (address, options) => {
                  const answer = await ask(address, options);
                  if (!String(address).includes('%s')) {
                    return answer;
                  }
                  const said = await answer.json();
                  %s
                  return new Response(JSON.stringify(said), {headers: {'content-type': 'application/json'}});
                };
                """
                        .formatted(when, how));
    }

    @Test
    void anEventIsVerifiedWithoutTrustingTheServer() {
        String event = AKSU + "/events/" + Figures.anEvent();
        for (String language : List.of("zh", "en")) {
            browser.width(language.equals("zh") ? 1440 : 390).go(event + "?lang=" + language);
            forget();
            verify();
            assertThat(browser.all("#check-list li.good")).hasSize(5);
            looksRight("proof-%s-1440".formatted(language), 1440);
            looksRight("proof-%s-390".formatted(language), 390);
        }
        assertThat(browser.text("#check-verdict")).contains("Verified");
        assertThat(browser.all("#check-picture .node.good"))
                .as("a node for each row of the table")
                .hasSameSizeAs(browser.all("#check-rows tr.good"));
        assertThat(browser.text("#check-kept")).contains(Api.LOG_KEY.verifier().id());
        browser.go(event + "?lang=zh").width(1440);
        browser.type("#check-key", Api.LOG_KEY.verifier().toString());
        verify();
        assertThat(browser.text("#check-list")).contains("由您填入", "只有增加");
        assertThat(state("growth")).isEqualTo("good");
    }

    @Test
    void whateverIsTamperedWithIsSaidInWords() {
        browser.width(1440);
        String event = AKSU + "/events/" + Figures.anEvent();
        browser.go(event + "?lang=zh");
        forget();
        verify();

        browser.go(event);
        lie("/api/v1/events/", "said.payload = said.payload.replace('CNY', 'USD');");
        verify();
        assertThat(state("content")).isEqualTo("bad");
        assertThat(browser.text("#check-list")).contains("原文被改过", "前一步未过");
        assertThat(browser.text("#check-verdict")).contains("核验不符");

        browser.go(event);
        lie("/inclusion", "said.proof[0] = said.proof[1];");
        verify();
        assertThat(state("path")).isEqualTo("bad");
        assertThat(browser.all("#check-picture .node.root.bad")).hasSize(1);
        assertThat(browser.all("#check-picture .node.good")).as("the leaf alone").hasSize(1);
        looksRight("proof-tampered-zh-1440", 1440);

        browser.go(event);
        lie(
                "/inclusion",
                "said.checkpoint = said.checkpoint.replace(/.{8}=\\n$/, 'AAAAAAAA=\\n');");
        verify();
        assertThat(state("signature")).isEqualTo("bad");
        assertThat(browser.text("#check-list")).contains("签名不对");

        browser.go(event);
        browser.type("#check-key", Api.WITNESS.verifier().toString());
        verify();
        assertThat(state("signature")).isEqualTo("bad");
        assertThat(browser.text("#check-list")).contains("公钥");

        browser.go(event);
        browser.run(
                "const kept = JSON.parse(localStorage['aid-ledger.log']);"
                        + "kept.seen.root = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=';"
                        + "localStorage['aid-ledger.log'] = JSON.stringify(kept);");
        verify();
        assertThat(state("growth")).isEqualTo("bad");
        assertThat(browser.text("#check-list")).contains("两部历史");

        browser.go(event);
        browser.run(
                "const kept = JSON.parse(localStorage['aid-ledger.log']);"
                        + "kept.seen.size = '99999999';"
                        + "localStorage['aid-ledger.log'] = JSON.stringify(kept);");
        verify();
        assertThat(browser.text("#check-list")).contains("变短了");
        forget();
        browser.complaints(); // answers that there is no such checkpoint
    }

    @Test
    void aFundIsReplayedFromWhereOneWants() {
        browser.width(1440).go(AKSU + "/replay?lang=zh");
        assertThat(browser.all("a[rel='prev']")).as("the first event").isEmpty();
        String first = browser.path();
        browser.type("body", Keys.ARROW_RIGHT);
        browser.await(() -> !browser.path().equals(first));
        browser.type("body", Keys.ARROW_LEFT);
        browser.await(() -> browser.path().equals(first));
        browser.type(".jump input[name='happened']", "2024-06-01", Keys.ENTER);
        browser.await(() -> browser.path().contains("/events/") && !browser.path().equals(first));
        assertThat(browser.text("#content")).contains("2024年6月");
        browser.run(
                "const s = document.querySelector('.jump select'); s.selectedIndex = 1;"
                        + "document.querySelector('.jump input[name=happened]').value = '';");
        browser.click(".jump button");
        browser.await(() -> browser.text("h1").contains("提出问题"));
    }

    @Test
    void aSampleIsDrawnTickedAndItsExceptionBecomesAFinding() {
        browser.screen("draw", AKSU + "/samples/draw?asOf=2024-06-30");
        browser.width(1440).go(AKSU + "/samples/draw?kind=DISBURSEMENTS&asOf=2024-06-30&lang=zh");
        String total = browser.attribute("#content dd data", "value");
        assertThat(
                        Workbench.get(
                                        Role.AUDITOR,
                                        "/api/v1"
                                                + AKSU
                                                + "/population?kind=DISBURSEMENTS&asOf=2024-06-30&limit=1")
                                .body())
                .as("the page says what the API says")
                .contains("\"total\":\"" + total + "\"");
        browser.clear("#size");
        browser.type("#size", "4");
        browser.type("#seed", "2024-17");
        browser.click("#content button.primary");
        browser.await(() -> browser.path().startsWith("/samples/"));
        String sample = browser.path();
        assertThat(browser.text("#content")).contains("2024-17", "aid-ledger random v1", "4 笔未核");
        browser.type("body", "j", "1");
        browser.await(() -> browser.text("#content").contains("3 笔未核"));
        browser.await(() -> browser.path().contains("#item-"));
        active().sendKeys("3");
        browser.await(() -> browser.text("#content").contains("2 笔未核"));
        active().sendKeys("2");
        active().sendKeys("0.01", Keys.TAB, Keys.TAB, "没有 <b>发票</b>", Keys.ENTER);
        browser.await(() -> browser.text("#content").contains("1 笔未核"));
        String raise = browser.attribute("a.raise", "href");
        assertThat(raise)
                .contains("/findings/raise?", "fund=zhejiang-aksu-2024", "event=", "text=");
        assertThat(browser.text("#content")).contains("没有 <b>发票</b>");
        active().sendKeys("1");
        browser.await(() -> browser.text("#content").contains("0 笔未核"));
        assertThat(browser.text("#content")).contains("33.33%", "1 ÷ 3");
        browser.go(sample + "?redraw=yes");
        browser.await(() -> browser.text("#redrawn").contains("都一样"));
        browser.screen("sample", sample);
        browser.width(1440).go(sample + "?lang=zh");
        browser.type("#conclusion", "一笔例外", Keys.ENTER);
        browser.await(() -> browser.text(".sub .tag").equals("已结束"));
        assertThat(browser.all(".tick")).isEmpty();
        browser.screen("samples", "/samples");
        browser.screen("fund-tools", AKSU);
        assertThat(browser.text("#audit")).contains("verify --bundle");
    }

    private static org.openqa.selenium.WebElement active() {
        return browser.driver().switchTo().activeElement();
    }
}
