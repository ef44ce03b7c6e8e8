package org.aidledger.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aidledger.event.PostingId;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;
import org.aidledger.sample.Population.Member;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for every draw, over populations from a seed. */
class DrawLawsTest {

    private static final long SEED = Long.getLong("ledger.seed", 20241123L);
    private static final Denomination CNY = Denomination.of("CNY");

    private static Population population(Random random, int members) {
        List<Member> all = new ArrayList<>();
        long position = 0;
        for (int i = 0; i < members; i++) {
            position += 1 + random.nextInt(9);
            long units = 1L + random.nextInt(i % 10 == 0 ? 5_000_000 : 100_000);
            all.add(new Member(position, new PostingId("p-" + i), new Money(units, CNY)));
        }
        return new Population(CNY, all);
    }

    private static Design.MonetaryUnit interval(Population population, int hits) {
        return new Design.MonetaryUnit(new Money(population.total().minorUnits() / hits, CNY));
    }

    @RepeatedTest(50)
    void aDrawFollowsFromPopulationDesignAndSeedAlone(RepetitionInfo run) {
        Random random = new Random(SEED + run.getCurrentRepetition());
        Population population = population(random, 20 + random.nextInt(400));
        List<Design> designs =
                List.of(new Design.Random(1 + random.nextInt(20)), interval(population, 15));
        for (Design design : designs) {
            Drawn drawn = Drawn.from(population, design, "seed " + run.getCurrentRepetition());
            Population same = new Population(CNY, List.copyOf(population.members()));
            assertThat(Drawn.from(same, design, "seed " + run.getCurrentRepetition()))
                    .isEqualTo(drawn);
            assertThat(Drawn.from(population, design, "another")).isNotEqualTo(drawn);
            assertThat(drawn.items()).doesNotHaveDuplicates();
            assertThat(population.members())
                    .containsAll(
                            drawn.items().stream()
                                    .map(i -> new Member(i.position(), i.posting(), i.amount()))
                                    .toList());
        }
    }

    @RepeatedTest(20)
    void theDigestChangesWithAnyMemberOfThePopulation(RepetitionInfo run) {
        Random random = new Random(SEED + run.getCurrentRepetition());
        Population population = population(random, 30);
        List<Member> members = new ArrayList<>(population.members());
        int place = random.nextInt(members.size());
        Member member = members.get(place);
        Member larger =
                new Member(
                        member.position(),
                        member.posting(),
                        member.amount().plus(new Money(1, CNY)));
        members.set(place, larger);
        assertThat(new Population(CNY, members).digest()).isNotEqualTo(population.digest());
        members.remove(place);
        assertThat(new Population(CNY, members).digest()).isNotEqualTo(population.digest());
        members.add(place, new Member(member.position(), new PostingId("q"), member.amount()));
        assertThat(new Population(CNY, members).digest()).isNotEqualTo(population.digest());
    }

    /** Four thousand draws of 10 out of 40: each comes up a thousand times, give or take. */
    @Test
    void everyPostingHasTheSameChance() {
        Population population = population(new Random(SEED), 40);
        Map<Long, Integer> drawn = new HashMap<>();
        for (int i = 0; i < 4000; i++) {
            Drawn.from(population, new Design.Random(10), "s" + i)
                    .items()
                    .forEach(item -> drawn.merge(item.position(), 1, Integer::sum));
        }
        assertThat(drawn).hasSize(40);
        // The standard deviation is 27; five of them.
        assertThat(drawn.values()).allSatisfy(n -> assertThat(n).isBetween(863, 1137));
    }

    /**
     * Whatever the start, what is as large as the interval is drawn, once for each that it holds.
     */
    @RepeatedTest(50)
    void whatIsAsLargeAsTheIntervalIsAlwaysDrawn(RepetitionInfo run) {
        Random random = new Random(SEED + run.getCurrentRepetition());
        Population population = population(random, 200);
        Design.MonetaryUnit design = interval(population, 60 + random.nextInt(60));
        long interval = design.interval().minorUnits();
        Drawn drawn = Drawn.from(population, design, "s" + run.getCurrentRepetition());
        assertThat(drawn.start().minorUnits()).isBetween(1L, interval);
        Map<Long, Integer> hits = new HashMap<>();
        drawn.items().forEach(i -> hits.put(i.position(), i.hits()));
        long certain = 0;
        for (Member member : population.members()) {
            long amount = member.amount().minorUnits();
            int found = hits.getOrDefault(member.position(), 0);
            assertThat((long) found).isBetween(amount / interval, amount / interval + 1);
            certain += amount >= interval ? 1 : 0;
        }
        assertThat(certain).as("some are that large").isPositive();
        long expected = (population.total().minorUnits() - drawn.start().minorUnits()) / interval;
        assertThat(hits.values().stream().mapToInt(h -> h).sum()).isEqualTo((int) expected + 1);
    }

    /** The chance of what is smaller than the interval is its share of it. */
    @Test
    void everyUnitOfMoneyHasTheSameChance() {
        Population population = population(new Random(SEED), 60);
        Design.MonetaryUnit design = interval(population, 12);
        Map<Long, Integer> drawn = new HashMap<>();
        int draws = 4000;
        for (int i = 0; i < draws; i++) {
            Drawn.from(population, design, "s" + i)
                    .items()
                    .forEach(item -> drawn.merge(item.position(), 1, Integer::sum));
        }
        for (Member member : population.members()) {
            double chance =
                    Math.min(
                            1,
                            (double) member.amount().minorUnits() / design.interval().minorUnits());
            double deviation = Math.sqrt(draws * chance * (1 - chance));
            assertThat((double) drawn.getOrDefault(member.position(), 0))
                    .as("%s of %s", member.amount(), design.interval())
                    .isBetween(
                            draws * chance - 5 * deviation - 1, draws * chance + 5 * deviation + 1);
        }
    }

    @Test
    void theLastDesignThatFitsAndTheFirstThatDoesNot() {
        Population population = population(new Random(SEED), 40);
        assertThat(Drawn.from(population, new Design.Random(40), "s").items()).hasSize(40);
        assertThatThrownBy(() -> Drawn.from(population, new Design.Random(41), "s"))
                .hasMessageContaining("40 postings");
        Money total = population.total();
        assertThat(Drawn.from(population, new Design.MonetaryUnit(total), "s").items()).hasSize(1);
        assertThatThrownBy(() ->
                        Drawn.from(
                                population,
                                new Design.MonetaryUnit(total.plus(new Money(1, CNY))),
                                "s"))
                .hasMessageContaining("at most");
        assertThatThrownBy(() ->
                        Drawn.from(population, new Design.MonetaryUnit(new Money(1, CNY)), "s"))
                .hasMessageContaining("too small");
        assertThatThrownBy(() -> new Design.Random(0)).hasMessageContaining("1 to 2000");
        assertThatThrownBy(() -> new Design.Random(2001)).hasMessageContaining("1 to 2000");
        assertThat(new Design.Random(2000).items()).isEqualTo(2000);
        assertThatThrownBy(
                        () -> Drawn.from(new Population(CNY, List.of()), new Design.Random(1), "s"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void designsAreWrittenAndReadAgain() {
        for (String text : List.of("random:25", "monetary-unit:100000.00 CNY")) {
            assertThat(Design.parse(text)).hasToString(text);
        }
        for (String text :
                List.of("random", "random:x", "monetary-unit:", "all:1", "random:99999")) {
            assertThatThrownBy(() -> Design.parse(text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The example that the document works out by hand. */
    @Test
    void theWorkedExampleOfTheDocumentIsTrue() throws Exception {
        List<Member> members = new ArrayList<>();
        long[] yuan = {1200, 300, 4500, 800, 150, 9000, 2300, 750};
        for (int i = 0; i < yuan.length; i++) {
            members.add(
                    new Member(
                            10 + i,
                            new PostingId("pay-" + (i + 1)),
                            new Money(yuan[i] * 100, CNY)));
        }
        Population population = new Population(CNY, members);
        Drawn random = Drawn.from(population, new Design.Random(3), "2024-17");
        Drawn money =
                Drawn.from(
                        population, new Design.MonetaryUnit(Money.of("5000.00", "CNY")), "2024-17");
        String document = Files.readString(Path.of("..", "docs", "auditors.md"));
        assertThat(document)
                .contains(
                        "population digest " + population.digest(),
                        "random:3 draws " + said(random),
                        "monetary-unit:5000.00 CNY starts at " + money.start().decimal() + ",",
                        "and draws " + said(money));
    }

    private static String said(Drawn drawn) {
        return drawn.items().stream()
                .map(i -> i.posting() + (i.hits() == 1 ? "" : " (" + i.hits() + " hits)"))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
