package org.aidledger.api.tracing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import org.aidledger.api.Api;
import org.aidledger.api.Api.Answer;
import org.aidledger.api.TestFund;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** Each command can be found in the log by its ids, and nobody's personal data can. */
class StructuredLogIT {

    private static final String NAME = "阿依古丽";
    private static final String ACCOUNT = "6222021234567890123";

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger everything = (Logger) LoggerFactory.getLogger("org.aidledger");
    private final Level usual = everything.getLevel();

    @BeforeEach
    void listen() {
        Api.url(); // starting the application sets levels
        lines.setContext(everything.getLoggerContext());
        lines.start();
        everything.setLevel(Level.TRACE);
        everything.addAppender(lines);
    }

    @AfterEach
    void listenNoLonger() {
        everything.detachAppender(lines);
        everything.setLevel(usual);
    }

    @Test
    void aPaymentIsFoundByItsIdsAndItsPayeeIsNot() {
        TestFund fund = TestFund.open();
        fund.receive("2024-01-03", "500.00");
        fund.money("allocate", "2024-01-03", "P-1", "500.00");
        fund.money("disburse", "2024-01-04", "P-1", "300.00");
        fund.post("record-start", ",\"project\":\"P-1\"");
        fund.post(
                "record-contract",
                ",\"project\":\"P-1\",\"contract\":\"C-1\",\"supplier\":\"一建\","
                        + "\"amount\":\"500.00\",\"currency\":\"CNY\",\"tender\":\"tender:T-1\"");
        String id = Api.unique("payment");

        assertThat(pay(fund, id, "100.00").status()).isEqualTo(201);
        assertThat(pay(fund, id, "100.00").status()).isEqualTo(200);
        assertThat(pay(fund, id, "101.00").status()).isEqualTo(409);

        assertThat(outcomes(id)).containsExactly("accepted", "repeated", "refused");
        assertThat(lines.list)
                .filteredOn(line -> id.equals(line.getMDCPropertyMap().get("postingId")))
                .allSatisfy(line ->
                        assertThat(line.getMDCPropertyMap())
                                .containsEntry("command", "pay")
                                .containsEntry("fund", fund.id()));
        assertThat(written("ecs")).contains(id).doesNotContain(NAME, ACCOUNT);
        assertThat(written("logstash")).contains(id).doesNotContain(NAME, ACCOUNT);
    }

    private static Answer pay(TestFund fund, String id, String amount) {
        return Api.post(
                fund.path("/pay"),
                """
                {"postingId":"%s","effective":"2024-02-01","actor":"王芳","project":"P-1",
                 "amount":"%s","currency":"CNY","payee":"%s %s"}\
                """
                        .formatted(id, amount, NAME, ACCOUNT));
    }

    private List<String> outcomes(String postingId) {
        return lines.list.stream()
                .filter(line -> postingId.equals(line.getMDCPropertyMap().get("postingId")))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** All lines as they would be written, each of them JSON. */
    private String written(String format) {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(everything.getLoggerContext());
        everything
                .getLoggerContext()
                .putObject(Environment.class.getName(), new StandardEnvironment());
        encoder.setFormat(format);
        encoder.start();
        List<String> written = new ArrayList<>();
        for (ILoggingEvent line : List.copyOf(lines.list)) {
            written.add(new String(encoder.encode(line), UTF_8));
        }
        JsonMapper json = new JsonMapper();
        assertThat(written).isNotEmpty().allSatisfy(line -> json.readTree(line).isObject());
        return String.join("", written);
    }
}
