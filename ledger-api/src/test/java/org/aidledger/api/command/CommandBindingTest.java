package org.aidledger.api.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.Portion;
import org.aidledger.fund.StatedFigures;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

class CommandBindingTest {

    private static final FundId FUND = new FundId("zj-2024");
    private static final String DISBURSE =
            """
            {"postingId":"d-1","effective":"2024-06-30","actor":"王芳","project":"P-1",
             "amount":"1250000.00","currency":"CNY"}\
            """;

    private final CommandBinding binding = new CommandBinding();

    static Stream<Class<?>> commands() {
        return Stream.concat(
                CommandNames.ofFunds().values().stream(),
                CommandNames.ofFindings().values().stream());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsReadBackAsItWasWritten(Class<?> type) {
        ObjectNode example = binding.example(type);
        Object sample = Samples.record(type);

        Object read =
                sample instanceof FundCommand
                        ? binding.fundCommand(CommandNames.of(type), example)
                        : binding.findingCommand(CommandNames.of(type), example);

        assertThat(read).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyRequiredFieldIsMissed(Class<?> type) {
        for (CommandShape.Field field : CommandShape.of(type).fields()) {
            ObjectNode example = binding.example(type);
            example.remove(field.name());
            if (field.isRequired() && !field.name().equals("scale")) {
                assertThat(problems(type, example))
                        .extracting(FieldProblem::code, FieldProblem::field)
                        .containsExactly(
                                org.assertj.core.groups.Tuple.tuple(
                                        FieldProblem.Code.MISSING_FIELD, field.name()));
            } else {
                read(type, example);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void noFieldTakesNullOrAnObjectOfSomethingElse(Class<?> type) {
        for (CommandShape.Field field : CommandShape.of(type).fields()) {
            ObjectNode example = binding.example(type);
            example.putNull(field.name());
            assertThat(problems(type, example))
                    .extracting(FieldProblem::field)
                    .contains(field.name());
            example.putObject(field.name()).put("no", "such");
            assertThat(problems(type, example)).isNotEmpty();
        }
    }

    @Test
    void namesAreKebabCase() {
        assertThat(CommandNames.ofFunds().keySet())
                .contains("open-fund", "disburse", "enrol-project", "pay-direct", "return-funds")
                .hasSizeGreaterThan(35);
        assertThat(CommandNames.ofFindings().keySet())
                .containsExactly(
                        "assign-rectification",
                        "close-finding",
                        "raise-finding",
                        "reopen-finding",
                        "submit-evidence");
    }

    @Test
    void optionalTextsAndListsMayBeLeftOut() {
        Disburse command = (Disburse) disburse(DISBURSE);

        assertThat(command.amount()).isEqualTo(Money.of("1250000.00", "CNY"));
        assertThat(command.voucher().approvedBy()).isEmpty();
        assertThat(command.voucher().documents()).isEmpty();
        assertThat(command.voucher().note()).isEmpty();
        assertThat(command.fund()).isEqualTo(FUND);
    }

    @Test
    void aReclaimIsWholeUnlessItSaysHowMuch() {
        String reclaim =
                """
                {"postingId":"r","effective":"2024-06-30","actor":"a","project":"P-1",
                 "reason":"IDLE","decision":"minutes 4"%s}\
                """;

        assertThat(portion(reclaim.formatted(""))).isEqualTo(new Portion.Whole());
        assertThat(portion(reclaim.formatted(",\"portion\":\"whole\"")))
                .isEqualTo(new Portion.Whole());
        assertThat(portion(reclaim.formatted(",\"portion\":\"5.00\",\"currency\":\"CNY\"")))
                .isEqualTo(new Portion.Exactly(Money.of("5.00", "CNY")));
        assertThat(problems("reclaim", reclaim.formatted(",\"portion\":\"5.00\"")))
                .extracting(FieldProblem::field)
                .containsExactly("currency");
    }

    @Test
    void aFundCountsInItsCurrencysDecimalsUnlessItSaysOtherwise() {
        ObjectNode open = binding.example(OpenFund.class);
        open.remove("scale");
        open.put("currency", "JPY").put("authorised", "100");

        assertThat(((OpenFund) binding.fundCommand("open-fund", open)).scale()).isZero();
    }

    @Test
    void statedFiguresKeepEveryDigit() {
        ObjectNode state = binding.example(StateFigures.class);
        state.set(
                "figures",
                binding.parse(
                        """
                        [{"kind":"shares","label":"所占比例","shares":[
                          {"amount":8371,"percent":29.460},{"amount":"18530","percent":"65.66"}]}]\
                        """));

        StateFigures read = (StateFigures) binding.fundCommand("state-figures", state);

        assertThat(read.figures())
                .containsExactly(
                        new StatedFigures.SharesOfOneTotal(
                                "所占比例",
                                List.of(
                                        new StatedFigures.Share(
                                                new BigDecimal("8371"), new BigDecimal("29.460")),
                                        new StatedFigures.Share(
                                                new BigDecimal("18530"),
                                                new BigDecimal("65.66")))));
    }

    @Test
    void everythingWrongIsSaidAtOnce() {
        String body =
                """
                {"postingId":"a b","effective":"2024-02-30","amount":12,"currency":"CNY",
                 "documents":[{"type":"invoice"}],"colour":"red"}\
                """;

        assertThat(problems("disburse", body))
                .extracting(p -> p.code() + " " + p.field())
                .containsExactlyInAnyOrder(
                        "UNKNOWN_FIELD colour",
                        "INVALID_VALUE postingId",
                        "INVALID_VALUE effective",
                        "MISSING_FIELD actor",
                        "MISSING_FIELD documents[0].number",
                        "MISSING_FIELD project",
                        "WRONG_TYPE amount");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    amount   | 12.5                   | WRONG_TYPE
                    amount   | "12,5"                 | INVALID_VALUE
                    amount   | "1e3"                  | INVALID_VALUE
                    amount   | ""                     | INVALID_VALUE
                    amount   | " 1"                   | INVALID_VALUE
                    amount   | "١٢"                   | INVALID_VALUE
                    amount   | "1.2345678"            | INVALID_VALUE
                    amount   | "92233720368547758.08" | INVALID_VALUE
                    amount   | "9223372036854775808"  | INVALID_VALUE
                    amount   | ["1"]                  | WRONG_TYPE
                    currency | "XYZ"                  | INVALID_VALUE
                    currency | 156                    | WRONG_TYPE
                    currency | null                   | WRONG_TYPE
                    effective| "30.06.2024"           | INVALID_VALUE
                    effective| "+10000-01-01"         | INVALID_VALUE
                    effective| "2024-06-31"           | INVALID_VALUE
                    effective| "1949-12-31"           | INVALID_VALUE
                    effective| "2100-01-01"           | INVALID_VALUE
                    effective| 20240630               | WRONG_TYPE
                    actor    | "   "                  | INVALID_VALUE
                    actor    | "a\\u0000b"            | INVALID_VALUE
                    actor    | "a\\ud800b"            | INVALID_VALUE
                    note     | 7                      | WRONG_TYPE
                    documents| {}                     | WRONG_TYPE
                    documents| ["x"]                  | WRONG_TYPE
                    fund     | "other"                | INVALID_VALUE
                    """)
    void aBadValueIsNamedByItsField(String field, String value, FieldProblem.Code code) {
        ObjectNode body = (ObjectNode) binding.parse(DISBURSE);
        body.set(field, binding.parse(value));

        assertThat(problems("disburse", body.toString()))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo(code);
                    assertThat(p.field()).startsWith(field);
                });
    }

    @Test
    void aRecordsOwnRefusalIsBlamedOnTheComponent() {
        ObjectNode policy = binding.example(CommandNames.fundCommand("set-policy").orElseThrow());
        policy.remove("fund");
        policy.put("item", "WATCH_PLAN").put("value", 5);

        assertThat(problems("set-policy", policy.toString()))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.field()).isEqualTo("value");
                    assertThat(p.detail()).contains("from 0 to 1");
                });
    }

    @Test
    void aHugeExponentIsRefusedWithoutBeingExpanded() {
        ObjectNode policy = binding.example(CommandNames.fundCommand("set-policy").orElseThrow());
        policy.remove("fund");
        policy.set("value", binding.parse("1e999999999"));

        assertThat(problems("set-policy", policy.toString()))
                .extracting(FieldProblem::field)
                .containsExactly("value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"a":1
                    {"a":1,"a":2}
                    {"a":1} x
                    {a:1}
                    ``
                    """)
    void whatIsNotJsonSaysWhere(String body) {
        MalformedRequest refused =
                catchThrowableOfType(MalformedRequest.class, () -> binding.parse(body));

        assertThat(refused.problems())
                .extracting(FieldProblem::code)
                .containsExactly(FieldProblem.Code.MALFORMED_JSON);
    }

    @Test
    void aBatchLineNamesItsCommand() {
        ObjectNode line = (ObjectNode) binding.parse(DISBURSE);
        line.put("command", "disburse");

        assertThat(binding.line(FUND, line)).isEqualTo(disburse(DISBURSE));
    }

    @Test
    void anUnknownCommandListsTheKnownOnes() {
        assertThat(problems("withdraw", DISBURSE))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.code()).isEqualTo(FieldProblem.Code.COMMAND_UNKNOWN);
                    assertThat(p.detail()).contains("disburse");
                });
    }

    @Test
    void aFindingMayConcernNoProject() {
        ObjectNode raise = binding.example(RaiseFinding.class);
        raise.remove("project");

        assertThat(((RaiseFinding) binding.findingCommand("raise-finding", raise)).project())
                .isEmpty();
    }

    private Portion portion(String body) {
        return ((Reclaim) binding.fundCommand("reclaim", FUND, (ObjectNode) binding.parse(body)))
                .portion();
    }

    private FundCommand disburse(String body) {
        return binding.fundCommand("disburse", FUND, (ObjectNode) binding.parse(body));
    }

    private void read(Class<?> type, ObjectNode body) {
        String name = CommandNames.of(type);
        Object read =
                FundCommand.class.isAssignableFrom(type)
                        ? binding.fundCommand(name, body)
                        : binding.findingCommand(name, body);
        assertThat(read).isInstanceOf(type);
    }

    private List<FieldProblem> problems(Class<?> type, ObjectNode body) {
        return catchThrowableOfType(MalformedRequest.class, () -> read(type, body)).problems();
    }

    private List<FieldProblem> problems(String name, String body) {
        return catchThrowableOfType(
                        MalformedRequest.class,
                        () ->
                                binding.fundCommand(
                                        name, FUND, CommandBinding.object(binding.parse(body))))
                .problems();
    }
}
