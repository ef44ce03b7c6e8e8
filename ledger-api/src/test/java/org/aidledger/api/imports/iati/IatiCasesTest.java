package org.aidledger.api.imports.iati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aidledger.api.imports.FileDigest;
import org.aidledger.api.imports.FileRefused;
import org.aidledger.api.imports.ImportOptions;
import org.aidledger.api.imports.ImportReport;
import org.aidledger.api.imports.ImportReport.FundTally;
import org.aidledger.api.imports.ImportReport.TypeTally;
import org.aidledger.api.imports.MemoryLedger;
import org.aidledger.api.imports.Rehearsal;
import org.aidledger.event.AsOf;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyEvent;
import org.aidledger.fund.MoneyEvent.FundsAllocated;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.FundsRecovered;
import org.aidledger.fund.MoneyEvent.FundsReturned;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.FundFold;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule of the importer on a file made up for it. */
class IatiCasesTest {

    private static final String KENYA = "IATI-XX-1-USD-KE";

    private final MemoryLedger ledger = new MemoryLedger();

    @TempDir private Path folder;
    private Path cases = Path.of("");

    @BeforeEach
    void copyCases() throws IOException {
        cases = folder.resolve("cases.xml");
        try (InputStream xml =
                Objects.requireNonNull(getClass().getResourceAsStream("/iati/cases.xml"))) {
            Files.copy(xml, cases);
        }
    }

    private ImportReport post(Path file) {
        return new IatiImporter(ledger, () -> new Rehearsal(ledger))
                .run(
                        file,
                        new ImportOptions(false, BatchMode.EACH, Optional.empty()),
                        (_, _) -> {});
    }

    private ImportReport post(String xml) throws IOException {
        Path file = folder.resolve("file.xml");
        Files.writeString(file, xml);
        return post(file);
    }

    private <E extends MoneyEvent> List<String> events(Class<E> type, String activity) {
        List<String> found = new ArrayList<>();
        for (E event : ledger.all(type)) {
            DocumentRef document = event.voucher().documents().getFirst();
            if (document.number().startsWith(activity)) {
                found.add(event.voucher().effective() + " " + document.number());
            }
        }
        return found;
    }

    private ProjectFigures project(String fund, String id) {
        return figures(fund).projects().stream()
                .filter(p -> p.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private FundFigures figures(String fund) {
        AsOf end = new AsOf(LocalDate.of(2099, 12, 31), Instant.parse("2999-01-01T00:00:00Z"));
        return FundFold.at(end, ledger.of(new FundId(fund))).orElseThrow();
    }

    @Test
    void everyTypeAndSignHasItsPosting() {
        post(cases);
        String a = "XX-1-SIGNS";
        assertThat(events(FundsReceived.class, a))
                .containsExactly("2020-01-02 " + a + "#1", "2020-01-03 " + a + "#2");
        assertThat(events(FundsReturned.class, a)).containsExactly("2020-01-04 " + a + "#3");
        assertThat(events(FundsAllocated.class, a)).containsExactly("2020-01-10 " + a + "#4 C-1");
        assertThat(events(FundsReclaimed.class, a)).containsExactly("2020-06-01 " + a + "#5");
        assertThat(events(FundsDisbursed.class, a)).containsExactly("2020-02-01 " + a + "#6");
        assertThat(events(FundsRecovered.class, a))
                .containsExactly("2020-03-01 " + a + "#7", "2020-04-01 " + a + "#10");
        assertThat(ledger.all(OtherFlowRecorded.class))
                .extracting(f -> f.flow() + " " + f.amount())
                .contains(
                        "nil-2 0.0000 USD",
                        "5 -7.0000 USD",
                        "6 8.0000 USD",
                        "13 9.0000 USD",
                        "ZZ_9 10.0000 USD",
                        "none 11.0000 USD");
    }

    /**
     * On the day of the first disbursement it still goes past the unit's account: the order of a
     * day's lines says nothing. From the next day on it goes through it.
     */
    @Test
    void expenditureWithoutEarlierDisbursementDisbursesAndPays() {
        post(cases);
        assertThat(events(FundsPaidDirectly.class, "XX-1-SIGNS"))
                .containsExactly("2020-02-01 XX-1-SIGNS#8");
        assertThat(events(FundsPaid.class, "XX-1-SIGNS"))
                .containsExactly("2020-02-02 XX-1-SIGNS#9");
        assertThat(ledger.all(FundsPaidDirectly.class).getFirst().payee().text())
                .isEqualTo("Builder Ltd");
        assertThat(ledger.all(FundsPaid.class).getFirst().payee().text()).isEqualTo("KE-9");
    }

    @Test
    void figuresAreTheSums() {
        post(cases);
        ProjectFigures road = project(KENYA, "XX-1-SIGNS");
        assertThat(road.planned()).hasToString("899.5000 USD");
        assertThat(road.allocated()).hasToString("750.0000 USD");
        assertThat(road.disbursed()).hasToString("505.0000 USD");
        assertThat(road.paid()).hasToString("65.0000 USD");
        assertThat(figures(KENYA).received()).hasToString("950.0000 USD");
        assertThat(figures(KENYA).authorised()).hasToString("899.5000 USD");
    }

    @Test
    void projectIsWhatTheActivitySays() {
        post(cases);
        ProjectEnrolled road = ledger.all(ProjectEnrolled.class).getFirst();
        assertThat(road.project()).hasToString("XX-1-SIGNS");
        assertThat(road.profile().name()).isEqualTo("A road");
        assertThat(road.profile().category()).isEqualTo("Road transport");
        assertThat(road.profile().place()).isEqualTo("Kisumu");
        assertThat(road.voucher().effective()).isEqualTo("2019-12-01");
        ProjectFigures figures = project(KENYA, "XX-1-SIGNS");
        assertThat(figures.started()).contains(LocalDate.of(2020, 1, 15));
        assertThat(figures.completed()).contains(LocalDate.of(2021, 12, 31));
    }

    @Test
    void provenanceNamesFileActivityOrdinalAndReference() {
        post(cases);
        FundsAllocated first =
                ledger.all(FundsAllocated.class).stream()
                        .filter(e -> e.voucher().note().equals("First contract"))
                        .findFirst()
                        .orElseThrow();
        assertThat(first.voucher().documents())
                .containsExactly(
                        new DocumentRef(
                                "iati-transaction", "XX-1-SIGNS#4 C-1", FileDigest.sha256(cases)));
        assertThat(first.voucher().actor()).hasToString("IATI import");
    }

    @Test
    void fundIsOpenedFromTheFirstDayInObservedMode() {
        post(cases);
        FundOpened kenya = ledger.all(FundOpened.class).getFirst();
        assertThat(kenya.fund()).hasToString(KENYA);
        assertThat(kenya.voucher().effective()).isEqualTo(Voucher.EARLIEST);
        assertThat(kenya.mode()).isEqualTo(Mode.OBSERVED);
        assertThat(kenya.name()).isEqualTo("Example Agency, Kenya, USD");
        assertThat(kenya.scale()).as("decimals of 50.1234").isEqualTo(4);
        assertThat(kenya.channels()).containsExactly(Channel.LOCAL);
        assertThat(kenya.fiscalYear()).isEqualTo(2019);
    }

    @Test
    void whatAFileDoesNotHaveIsNotWatched() {
        post(cases);
        assertThat(policy(KENYA)).contains("WATCH_CASH=1", "WATCH_AUTHORITY=1", "WATCH_PLAN=0");
        assertThat(policy("IATI-XX-1-JPY-KE"))
                .contains("WATCH_CASH=0", "WATCH_AUTHORITY=0", "ADVANCE_PERCENT=100");
    }

    private List<String> policy(String fund) {
        return ledger.all(PolicySet.class).stream()
                .filter(p -> p.fund().value().equals(fund))
                .map(p -> p.item() + "=" + p.value())
                .toList();
    }

    @Test
    void fundsAreOnePerPublisherCurrencyAndRecipient() {
        ImportReport report = post(cases);
        assertThat(report.funds())
                .extracting(FundTally::fund)
                .containsExactlyInAnyOrder(
                        KENYA,
                        "IATI-XX-1-EUR-KE",
                        "IATI-XX-1-JPY-KE",
                        "IATI-XX-1-EUR-TZ-UG",
                        "IATI-XX-1-EUR-multi",
                        "IATI-XX-1-EUR-r298",
                        "IATI-XX-1-EUR-none",
                        "IATI-noref-"
                                + Digest.of("Nobody in particular").substring(0, 8)
                                + "-EUR-KE",
                        "IATI-XX-ODD_2-" + Digest.of("XX/ODD_2").substring(0, 8) + "-EUR-KE");
        assertThat(figures("IATI-XX-1-JPY-KE").denomination().scale()).isZero();
        assertThat(project("IATI-XX-1-JPY-KE", "XX-1-TWICE").disbursed()).hasToString("7000 JPY");
        assertThat(project("IATI-XX-1-EUR-KE", "XX-1-QUIET").planned().isZero()).isTrue();
    }

    /** Two equal instalments are legal: they are kept, counted and noted. */
    @Test
    void exactDuplicatesAreKeptAndNoted() {
        ImportReport report = post(cases);
        assertThat(project(KENYA, "XX-1-TWICE").allocated()).hasToString("300.0000 USD");
        TypeTally commitments = tally(report, "2", "USD");
        assertThat(commitments.duplicates()).isEqualTo(1);
        assertThat(commitments.lookAlikes()).isEqualTo(1);
        assertThat(ledger.all(FundsAllocated.class))
                .filteredOn(e -> e.project().value().equals("XX-1-TWICE"))
                .extracting(e -> e.voucher().note())
                .containsExactlyInAnyOrder("", "exact duplicate of #1", "", "");
    }

    private static TypeTally tally(ImportReport report, String type, String currency) {
        return report.types().stream()
                .filter(t -> t.type().equals(type) && t.currency().equals(currency))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void linesThatCannotBePostedAreNamedAndStopNothing() {
        ImportReport report = post(cases);
        assertThat(report.refusals())
                .extracting(r -> r.subject() + "#" + r.row() + " " + r.code())
                .containsExactly(
                        "XX-1-BAD#2 DATE_MISSING",
                        "XX-1-BAD#3 DATE_MISSING",
                        "XX-1-BAD#4 DATE_OUT_OF_RANGE",
                        "XX-1-BAD#5 AMOUNT_MALFORMED",
                        "XX-1-BAD#6 AMOUNT_MALFORMED",
                        "XX-1-BAD#7 AMOUNT_MALFORMED",
                        "XX-1-BAD#8 TOO_MANY_DECIMALS",
                        "XX-1-BAD#9 AMOUNT_TOO_LARGE",
                        "XX-1-BAD#11 CURRENCY_UNKNOWN",
                        "XX-1-NO-CURRENCY#1 CURRENCY_MISSING",
                        "XX-1-NO-CURRENCY#0 CURRENCY_MISSING",
                        "activity without a title#1 ACTIVITY_ID_MISSING",
                        "XX-1-BAD#10 AMOUNT_TOO_LARGE");
        assertThat(report.posted() + report.refused()).isEqualTo(report.lines());
        assertThat(report.remarks())
                .extracting(r -> r.subject() + "#" + r.row() + " " + r.code())
                .contains(
                        "XX-1-BAD#1 DATE_GUESSED",
                        "XX-1-BAD#0 DATE_IGNORED",
                        "XX_ODD/ID#0 IDENTIFIER_CHANGED");
    }

    @Test
    void importingAgainAppendsNothing() {
        post(cases);
        long events = ledger.count();
        ImportReport again = post(cases);
        assertThat(ledger.count()).isEqualTo(events);
        assertThat(again.posted()).isZero();
    }

    /** A stopped import is run again and goes on; no line is there twice. */
    @Test
    void stoppedImportContinues() {
        MemoryLedger whole = new MemoryLedger();
        new IatiImporter(whole, () -> new Rehearsal(whole))
                .run(
                        cases,
                        new ImportOptions(false, BatchMode.EACH, Optional.empty()),
                        (_, _) -> {});
        int stopped = 0;
        while (stopsAfter(stopped)) {
            stopped++;
        }
        assertThat(stopped).isGreaterThan(20);
        assertThat(ledger.count()).isEqualTo(whole.count());
        assertThat(figures(KENYA))
                .isEqualTo(
                        FundFold.at(
                                        new AsOf(
                                                LocalDate.of(2099, 12, 31),
                                                Instant.parse("2999-01-01T00:00:00Z")),
                                        whole.of(new FundId(KENYA)))
                                .orElseThrow());
    }

    private boolean stopsAfter(int sends) {
        ledger.failAfter(sends);
        try {
            post(cases);
            return false;
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("stopped");
            return true;
        }
    }

    /** Reworded, reordered, padded: the same money. Only the added line is new. */
    @Test
    void editedEditionPostsOnlyNewMoney() throws IOException {
        post(activity("A", line("2", "2020-01-01", "100") + line("3", "2020-01-02", "60")));
        long events = ledger.count();
        ImportReport report =
                post(
                        activity(
                                "B, renamed",
                                line("3", "2020-01-02", "60.00")
                                        + line("3", "2020-01-09", "5")
                                        + line("2", "2020-01-01", "100.0")
                                                .replace(
                                                        "</transaction>",
                                                        "<description><narrative>said more"
                                                                + "</narrative></description>"
                                                                + "</transaction>")));
        assertThat(report.posted()).isEqualTo(1);
        assertThat(report.alreadyThere()).isEqualTo(2);
        assertThat(report.refused()).isZero();
        assertThat(ledger.count()).isEqualTo(events + 1);
        assertThat(report.remarks())
                .extracting(r -> r.code() + ": " + r.message())
                .containsExactly(
                        "KEPT_AS_FIRST_IMPORTED: The ledger holds it as an earlier file said it; it"
                                + " differs in profile.");
    }

    @Test
    void laterFinerAmountsAreRefusedByRow() throws IOException {
        post(activity("A", line("2", "2020-01-01", "100")));
        ImportReport report =
                post(
                        activity(
                                "A",
                                line("2", "2020-01-01", "100") + line("2", "2020-02-01", "0.001")));
        assertThat(report.refusals())
                .extracting(r -> r.subject() + "#" + r.row() + " " + r.code())
                .containsExactly("XX-2-A#2 TOO_MANY_DECIMALS");
    }

    @Test
    void laterFileWithIncomingMoneyTurnsTheWatchOn() throws IOException {
        post(activity("A", line("2", "2020-01-01", "100") + line("3", "2020-02-01", "100")));
        assertThat(figures("IATI-XX-2-USD-KE").policy(PolicyItem.WATCH_CASH)).isZero();
        ImportReport report =
                post(
                        activity(
                                "A",
                                line("1", "2020-01-01", "40")
                                        + line("2", "2020-01-01", "100")
                                        + line("3", "2020-02-01", "100")
                                        + line("3", "2020-03-01", "0.50")));
        assertThat(figures("IATI-XX-2-USD-KE").policy(PolicyItem.WATCH_CASH)).isOne();
        assertThat(report.breaches()).as("allocation and cash, at the new line").isEqualTo(2);
    }

    @Test
    void fundOfTheSameIdOpenedByHandIsLeftAlone() throws IOException {
        FundId fund = new FundId("IATI-XX-2-USD-KE");
        ledger.send(
                new OpenFund(
                        fund,
                        Voucher.of("by-hand", LocalDate.of(2020, 1, 1), "somebody"),
                        "mine",
                        "me",
                        "you",
                        2020,
                        Mode.STRICT,
                        2,
                        java.util.Set.of(Channel.LOCAL),
                        Money.of("0", "USD")));
        assertThatThrownBy(() -> post(activity("A", line("2", "2020-01-01", "100"))))
                .isInstanceOfSatisfying(
                        FileRefused.class,
                        e -> assertThat(e.code()).isEqualTo(FileRefused.Code.FUND_TAKEN));
        assertThat(ledger.count()).isEqualTo(1);
    }

    @Test
    void repeatedActivityIsPostedAndNamed() throws IOException {
        String one = activity("A", line("2", "2020-01-01", "100"));
        String body =
                one.substring(one.indexOf("<iati-activity "), one.indexOf("</iati-activities>"));
        ImportReport report = post(one.replace("</iati-activities>", body + "</iati-activities>"));
        assertThat(project("IATI-XX-2-USD-KE", "XX-2-A").allocated()).hasToString("200.00 USD");
        assertThat(report.remarks()).extracting(r -> r.code()).contains("ACTIVITY_REPEATED");
    }

    /** Flat memory: what is read is one activity at a time, so a long file is only longer. */
    @Test
    void longFileIsReadActivityByActivity() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            String one = activity("t", line("2", "2020-01-01", "1")).replace("XX-2-A", "XX-2-" + i);
            all.append(one, one.indexOf("<iati-activity "), one.indexOf("</iati-activities>"));
        }
        Path file = folder.resolve("long.xml");
        Files.writeString(
                file,
                "<iati-activities version='2.03'>" + all + "</iati-activities>",
                StandardCharsets.UTF_8);
        int[] activities = {0};
        ActivityReader.read(file, _ -> activities[0]++);
        assertThat(activities[0]).isEqualTo(3_000);
    }

    private static String activity(String title, String lines) {
        return """
        <iati-activities version="2.03">
          <iati-activity default-currency="USD">
            <iati-identifier>XX-2-A</iati-identifier>
            <reporting-org ref="XX-2"/>
            <title><narrative>%s</narrative></title>
            <recipient-country code="KE"/>
            %s
          </iati-activity>
        </iati-activities>
        """
                .formatted(title, lines);
    }

    private static String line(String type, String date, String value) {
        return """
        <transaction><transaction-type code="%s"/><transaction-date iso-date="%s"/>
        <value>%s</value></transaction>
        """
                .formatted(type, date, value);
    }
}
