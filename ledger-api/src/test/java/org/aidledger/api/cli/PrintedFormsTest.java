package org.aidledger.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people see: tables, amounts, progress, problems. */
class PrintedFormsTest {

    @Test
    void chineseCharactersTakeTwoColumns() {
        Table table =
                new Table(Table.Column.text("Project"), Table.Column.number("Paid"))
                        .row("温宿县道路（一期）", "1,250,000.00")
                        .row("P-1", "0.05")
                        .rule()
                        .row("2", "1,250,000.05");

        assertThat(table.toString())
                .isEqualTo(
                        """
                        Project                     Paid
                        ------------------  ------------
                        温宿县道路（一期）  1,250,000.00
                        P-1                         0.05
                        ------------------  ------------
                        2                   1,250,000.05
                        """);
    }

    @Test
    void amountsAreGrouped() {
        assertThat(Amounts.grouped("-1250000.00")).isEqualTo("-1,250,000.00");
        assertThat(Amounts.grouped("999")).isEqualTo("999");
        assertThat(Amounts.grouped("1000")).isEqualTo("1,000");
        assertThat(Amounts.grouped("-100000.1234")).isEqualTo("-100,000.1234");
        assertThat(Amounts.grouped("")).isEmpty();
    }

    @Test
    void answersBecomeTables() {
        JsonNode items =
                LedgerClient.JSON.readTree(
                        """
                        [{"at": "2024-01-01T00:00:00.123456Z", "totals": {"paid": "1250000.00"},
                          "projects": ["P-1", "P-2"]},
                         {"at": "2024-01-02T00:00:00Z", "totals": {}}]
                        """);

        assertThat(
                        Listed.table(
                                items,
                                List.of(
                                        Pick.time("at", "When"),
                                        Pick.amount("totals.paid", "Paid"),
                                        Pick.text("projects", "Projects"))))
                .isEqualTo(
                        """
                        When                          Paid  Projects
                        --------------------  ------------  --------
                        2024-01-01T00:00:00Z  1,250,000.00  P-1, P-2
                        2024-01-02T00:00:00Z
                        """);
    }

    @Test
    void progressTellsRateAndTimeLeft() {
        assertThat(Progress.line("caf.xml", "lines", 500, 2000, Duration.ofSeconds(2)))
                .isEqualTo(
                        "caf.xml  [######..................]  25 %  500 of 2,000 lines  250/s  6 s"
                                + " left");
        assertThat(Progress.line("caf.xml", "lines", 0, 2000, Duration.ZERO))
                .endsWith("0 of 2,000 lines  0/s");
        assertThat(Progress.line("x", "lines", 7, 0, Duration.ofSeconds(7)))
                .isEqualTo("x  7 lines  1/s");
    }

    @Test
    void problemsAreOneLineAndTheValuesThatHelp() {
        String problem =
                """
                {"type":"urn:x","title":"Refused","status":409,"code":"ALLOCATION_EXCEEDED",
                 "detail":"60.01 is more than the 60.00 left","requested":"60.01","remaining":"60.00",
                 "accepted":["A","B"],
                 "errors":[{"field":"a","detail":"wrong"},{"field":"b","detail":"missing"}]}
                """;

        assertThat(Problem.of(409, problem))
                .hasToString(
                        """
                        ALLOCATION_EXCEEDED: 60.01 is more than the 60.00 left
                          a: wrong
                          b: missing
                          requested: 60.01
                          remaining: 60.00
                          accepted: A, B\
                        """);
        assertThat(Problem.of(502, "<html>\nBad gateway")).hasToString("HTTP 502: <html>");
        assertThat(Problem.of(404, "")).hasToString("HTTP 404: no reason given");
    }

    @Test
    void fieldsAreWrittenAsWords() {
        assertThat(Keyed.object(List.of("project=P-1", "passed:=true", "note=a=b", "x:y=1")))
                .hasToString(
                        "{\"project\":\"P-1\",\"passed\":true,\"note\":\"a=b\",\"x:y\":\"1\"}");
        assertThatThrownBy(() -> Keyed.object(List.of("amount"))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Keyed.object(List.of("passed:=tru"))).isInstanceOf(Refused.class);
    }
}
