package org.aidledger.api.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Histories;
import org.aidledger.fund.ProjectId;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.posting.Account;
import org.aidledger.posting.Account.Kind;
import org.aidledger.posting.Entry;
import org.aidledger.posting.Movement;
import org.aidledger.posting.PostingRules;
import org.aidledger.posting.Transfer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real tools take what we write, however awkward its words, and find an error of one cent. */
class SecondOpinionTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    private static final String AWKWARD = "路\"; a:b % \\n (c) [2024-99-99] | type:Z, date:x";
    private static final ProjectId ROAD = new ProjectId("温宿县/道路(一期);x:y\"z\\");
    private static final ProjectId IATI = new ProjectId("XM-DAC-928-AC.2016-17-00.045");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void awkwardWordsLoadAndTheBalancesAreTheSame(SecondOpinion tool) throws IOException {
        tool.require();
        for (Denomination money :
                List.of(
                        Denomination.of("CNY"),
                        Denomination.of("PYG"),
                        Denomination.of("KWD"),
                        new Denomination("USD", 4))) {
            List<Transaction> transactions = transactions(money);
            Map<Account, Money> balances = balances(transactions);
            Path file = write(tool, List.of(money), transactions, balances);

            tool.loads(file);

            assertThat(tool.standing(file, DAY.plusDays(9)))
                    .isEqualTo(named(tool, money, balances));
            assertThat(tool.standing(file, DAY))
                    .isEqualTo(named(tool, money, balances(transactions.subList(0, 3))));
        }
    }

    @ParameterizedTest
    @EnumSource
    void severalFundsStandApartInOneFile(SecondOpinion tool) throws IOException {
        tool.require();
        Denomination cny = Denomination.of("CNY");
        Denomination fine = new Denomination("CNY", 3);

        Path file = folder.resolve("several");
        try (var out = Files.newBufferedWriter(file)) {
            PlainText language = language(tool);
            out.append(language.heading(List.of(cny, fine)));
            var export = new PlainTextExport(language, out);
            for (Heading fund : List.of(heading("a.b_c", cny, false), heading("2", fine, false))) {
                List<Transaction> transactions = transactions(fund.denomination());
                export.write(new FundBook(fund, transactions, balances(transactions)));
            }
        }

        tool.loads(file);
        assertThat(tool.standing(file, DAY.plusDays(9)))
                .hasSize(2 * named(tool, cny, balances(transactions(cny))).size());
    }

    @ParameterizedTest
    @EnumSource
    void aBalanceOfOursThatIsOneCentOffIsFound(SecondOpinion tool) throws IOException {
        tool.require();
        Denomination cny = Denomination.of("CNY");
        List<Transaction> transactions = transactions(cny);
        Map<Account, Money> balances = balances(transactions);
        balances.computeIfPresent(
                Account.of(Kind.POOL), (_, balance) -> balance.plus(new Money(1, cny)));
        Path file = write(tool, List.of(cny), transactions, balances);

        assertThatThrownBy(() -> tool.loads(file)).isInstanceOf(AssertionError.class);
    }

    @ParameterizedTest
    @EnumSource
    void randomHistoriesLoadAndTheirBalancesAreTheSameOnThreeDates(SecondOpinion tool)
            throws IOException {
        tool.require();
        for (long seed : Histories.seeds(4).toArray()) {
            List<Transaction> transactions = transactions(Histories.random(seed, 250));
            Denomination money =
                    transactions.getFirst().entries().getFirst().amount().denomination();
            Path file = write(tool, List.of(money), transactions, balances(transactions));

            tool.loads(file);

            for (int third = 1; third <= 3; third++) {
                LocalDate date =
                        transactions.get(third * (transactions.size() - 1) / 3).effective();
                List<Transaction> until =
                        transactions.stream().filter(t -> !t.effective().isAfter(date)).toList();
                assertThat(tool.standing(file, date))
                        .describedAs("seed %d on %s", seed, date)
                        .isEqualTo(named(tool, money, balances(until)));
            }
        }
    }

    /** What the journal holds of these events, by business date. */
    private static List<Transaction> transactions(List<Recorded<LedgerEvent>> history) {
        List<Transaction> transactions = new ArrayList<>();
        for (Recorded<LedgerEvent> recorded : history) {
            if (recorded.event() instanceof FundEvent event) {
                List<Entry> entries = PostingRules.entriesFor(event);
                if (!entries.isEmpty()) {
                    transactions.add(
                            new Transaction(
                                    event.voucher().effective(),
                                    recorded.recorded(),
                                    event.voucher().postingId().value(),
                                    recorded.eventId(),
                                    event.voucher().note(),
                                    entries));
                }
            }
        }
        transactions.sort(Comparator.comparing(Transaction::effective));
        return transactions;
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyFundLoads(SecondOpinion tool) throws IOException {
        tool.require();

        tool.loads(write(tool, List.of(Denomination.of("CNY")), List.of(), Map.of()));
    }

    private Path write(
            SecondOpinion tool,
            List<Denomination> moneys,
            List<Transaction> transactions,
            Map<Account, Money> balances)
            throws IOException {
        Path file = folder.resolve("one");
        try (var out = Files.newBufferedWriter(file)) {
            PlainText language = language(tool);
            out.append(language.heading(moneys));
            new PlainTextExport(language, out)
                    .write(
                            new FundBook(
                                    heading("f", moneys.getFirst(), true), transactions, balances));
        }
        return file;
    }

    private static PlainText language(SecondOpinion tool) {
        return switch (tool) {
            case HLEDGER -> new HledgerText();
            case BEANCOUNT -> new BeancountText();
        };
    }

    private static Heading heading(String id, Denomination money, boolean alone) {
        return new Heading(new FundId(id), AWKWARD, money, alone, Map.of(ROAD, AWKWARD));
    }

    private static Map<String, BigDecimal> named(
            SecondOpinion tool, Denomination money, Map<Account, Money> balances) {
        Map<String, BigDecimal> named = new TreeMap<>();
        balances.forEach((account, balance) -> {
            String name =
                    switch (tool) {
                        case HLEDGER -> HledgerText.name(account);
                        case BEANCOUNT -> BeancountText.name(heading("f", money, true), account);
                    };
            if (!balance.isZero()) {
                named.put(name, balance.value().stripTrailingZeros());
            }
        });
        return named;
    }

    private static List<Transaction> transactions(Denomination money) {
        Account pool = Account.of(Kind.POOL);
        Account authorised = Account.of(Kind.AUTHORISED);
        List<Transaction> transactions = new ArrayList<>();
        post(
                transactions,
                0,
                Account.of(Kind.GRANT),
                authorised,
                new Money(9_000_000_000_001L, money));
        post(transactions, 0, Account.of(Kind.DONOR), pool, new Money(1_000_000_000_001L, money));
        post(
                transactions,
                0,
                authorised,
                Account.of(Kind.ALLOCATED, ROAD),
                new Money(70_003, money));
        post(transactions, 1, authorised, Account.of(Kind.ALLOCATED, IATI), new Money(1, money));
        post(transactions, 1, pool, Account.of(Kind.HELD, ROAD), new Money(50_002, money));
        post(transactions, 2, pool, Account.of(Kind.HELD, IATI), money.zero());
        post(
                transactions,
                3,
                Account.of(Kind.HELD, ROAD),
                Account.of(Kind.PAID, ROAD),
                new Money(50_002, money));
        post(
                transactions,
                4,
                Account.of(Kind.PAID, ROAD),
                Account.of(Kind.HELD, ROAD),
                new Money(1, money));
        return transactions;
    }

    private static void post(
            List<Transaction> transactions, int day, Account from, Account to, Money amount) {
        transactions.add(
                new Transaction(
                        DAY.plusDays(day),
                        Instant.parse("2024-07-05T08:00:00.123456Z"),
                        "r-" + transactions.size() + "/" + AWKWARD,
                        "e-" + transactions.size(),
                        AWKWARD,
                        new Transfer(Movement.PAY, from, to, amount).entries()));
    }

    private static Map<Account, Money> balances(List<Transaction> transactions) {
        Map<Account, Money> balances = new TreeMap<>();
        transactions.stream()
                .flatMap(t -> t.entries().stream())
                .forEach(e -> balances.merge(e.account(), e.amount(), Money::plus));
        return balances;
    }
}
