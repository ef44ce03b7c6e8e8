package org.aidledger.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.Tender;
import org.aidledger.fund.WorksCommand.RecordContract;
import org.aidledger.fund.WorksEvent.ContractRecorded;
import org.aidledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request is recognised by its content, and told apart from any other. */
class RequestsTest {

    private static final FundId FUND = new FundId("F");
    private static final ProjectId ROAD = new ProjectId("ROAD");
    private static final Money AMOUNT = Money.of("5.00", "CNY");
    private static final Voucher VOUCHER = Voucher.of("p-1", LocalDate.of(2024, 3, 1), "王芳");

    private static Voucher with(List<Actor> approvedBy, List<DocumentRef> documents, String note) {
        return new Voucher(
                VOUCHER.postingId(),
                VOUCHER.effective(),
                VOUCHER.actor(),
                approvedBy,
                documents,
                note);
    }

    private static List<String> contractDifferences(
            Voucher before, Tender tenderBefore, Voucher now, Tender tenderNow) {
        Requests requests = new Requests();
        requests.remember(
                new ContractRecorded(FUND, before, ROAD, "C-1", "", AMOUNT, tenderBefore), 0);
        return requests.differences(
                new RecordContract(FUND, now, ROAD, "C-1", "", AMOUNT, tenderNow), now);
    }

    private static List<String> voucherDifferences(Voucher before, Voucher now) {
        Tender tender = new Tender.Exempt("small");
        return contractDifferences(before, tender, now, tender);
    }

    @Test
    void theSameContentHasNoDifferences() {
        assertThat(voucherDifferences(VOUCHER, VOUCHER)).isEmpty();
    }

    @Test
    void aTenderIsNotAnExemptionOfTheSameText() {
        assertThat(
                        contractDifferences(
                                VOUCHER,
                                new Tender.Tendered("T-1"),
                                VOUCHER,
                                new Tender.Exempt("T-1")))
                .containsExactly("tender");
    }

    @Test
    void anAdjustmentIsNotAReclaimOfTheSameId() {
        Requests requests = new Requests();
        ProjectId to = new ProjectId("SCHOOL");
        requests.remember(
                new FundsReallocated(
                        FUND, VOUCHER, ROAD, to, AMOUNT, ReallocationBasis.parse("adjustment:A")),
                3);
        assertThat(
                        requests.differences(
                                new Reallocate(
                                        FUND,
                                        VOUCHER,
                                        ROAD,
                                        to,
                                        AMOUNT,
                                        ReallocationBasis.parse("reclaim:A")),
                                VOUCHER))
                .containsExactly("basis");
        assertThat(requests.sequenceOf(VOUCHER.postingId())).contains(3L);
    }

    @Test
    void aCommaInsideATextIsNoCommaBetweenTwo() {
        assertThat(
                        voucherDifferences(
                                with(List.of(new Actor("A"), new Actor("B")), List.of(), ""),
                                with(List.of(new Actor("A, B")), List.of(), "")))
                .containsExactly("approvedBy");
        assertThat(
                        voucherDifferences(
                                with(List.of(), List.of(new DocumentRef("a,b", "c", "")), ""),
                                with(List.of(), List.of(new DocumentRef("a", "b,c", "")), "")))
                .containsExactly("documents");
    }

    @Test
    void everyDifferingFieldIsNamed() {
        assertThat(
                        voucherDifferences(
                                VOUCHER,
                                new Voucher(
                                        VOUCHER.postingId(),
                                        LocalDate.of(2024, 3, 2),
                                        new Actor("李伟"),
                                        List.of(),
                                        List.of(),
                                        "late")))
                .containsExactly("actor", "effective", "note");
    }

    @Test
    void everyEventRepeatsTheComponentsOfItsCommand() {
        List<Class<?>> commands = new ArrayList<>();
        leaves(FundCommand.class).forEach(commands::add);
        leaves(FindingCommand.class).forEach(commands::add);
        assertThat(commands).hasSizeGreaterThan(40);
        for (Class<?> command : commands) {
            Becomes becomes = command.getAnnotation(Becomes.class);
            assertThat(becomes).as("%s says what it becomes", command).isNotNull();
            for (RecordComponent component : command.getRecordComponents()) {
                assertThat(becomes.value().getRecordComponents())
                        .as("%s repeats %s of %s", becomes.value(), component.getName(), command)
                        .anyMatch(c ->
                                c.getName().equals(component.getName())
                                        && c.getGenericType().equals(component.getGenericType()));
            }
        }
    }

    private static Stream<Class<?>> leaves(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(RequestsTest::leaves)
                : Stream.of(sealed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "a\u0000b", "\ud800", "x\udc00"})
    void aPostingIdIsPrintableAndWithoutSpaces(String id) {
        assertThatThrownBy(() -> new PostingId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void textsAreTrimmedAndBounded() {
        assertThat(new Actor(" 王芳 ").name()).isEqualTo("王芳");
        assertThat(new Actor("𠮷".repeat(50)).name()).hasSize(100);
        assertThatThrownBy(() -> new Actor("x".repeat(101))).hasMessageContaining("at most 100");
        assertThatThrownBy(() -> with(List.of(), List.of(), "half \ud842"))
                .hasMessageContaining("control characters");
        assertThatThrownBy(() -> new DocumentRef("invoice", "1", "ABC"))
                .hasMessageContaining("sha256");
    }

    @Test
    void datesLieInTheLedgersRange() {
        assertThat(Voucher.of("p", Voucher.EARLIEST, "a").effective()).isEqualTo("1950-01-01");
        assertThat(Voucher.of("p", Voucher.LATEST, "a").effective()).isEqualTo("2099-12-31");
        for (LocalDate date :
                List.of(Voucher.EARLIEST.minusDays(1), Voucher.LATEST.plusDays(1), LocalDate.MAX)) {
            assertThatThrownBy(() -> Voucher.of("p", date, "a")).hasMessageContaining("from 1950");
        }
    }

    @Test
    void numbersHaveAReasonableSize() {
        assertThat(Numbers.bounded("n", new BigDecimal("999999999999999999.5"))).isPositive();
        for (String number :
                List.of("1e18", "1e999999999", "-1e999999999", "1e-19", "0e999999999")) {
            assertThatThrownBy(() -> Numbers.bounded("n", new BigDecimal(number)))
                    .hasMessageContaining("18 digits");
        }
    }
}
