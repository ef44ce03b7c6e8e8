package org.aidledger.sample;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aidledger.money.Money;
import org.aidledger.sample.Population.Member;

/**
 * What was drawn, and out of what. It follows from the population, the design and the seed; whoever
 * has these draws the same.
 *
 * @param algorithm name and version of the rule
 * @param count how many postings the population has
 * @param total what they are together
 * @param digest of the population, see {@link Population#digest()}
 * @param start the random start where money is drawn, zero otherwise
 * @param items by position
 */
public record Drawn(
        String algorithm, int count, Money total, String digest, Money start, List<Item> items) {

    public Drawn {
        items = List.copyOf(items);
        if (items.isEmpty() || items.size() > Design.MOST_ITEMS) {
            throw new IllegalArgumentException(
                    "a sample has 1 to %s items, not %s"
                            .formatted(Design.MOST_ITEMS, items.size()));
        }
    }

    /**
     * Draws.
     *
     * @throws IllegalArgumentException if the population has not as many as are asked for, or the
     *     interval is larger than all of it or so small that too many would be drawn
     */
    public static Drawn from(Population population, Design design, String seed) {
        Chance chance = new Chance(seed);
        Money none = population.denomination().zero();
        return switch (design) {
            case Design.Random(int items) ->
                    drawn(population, design, none, random(population, items, chance));
            case Design.MonetaryUnit(Money interval) -> {
                requireFitting(population, interval);
                long start = 1 + chance.below(interval.minorUnits());
                yield drawn(
                        population,
                        design,
                        new Money(start, population.denomination()),
                        byMoney(population, start, interval.minorUnits()));
            }
        };
    }

    private static Drawn drawn(
            Population population, Design design, Money start, List<Item> items) {
        return new Drawn(
                design.algorithm(),
                population.count(),
                population.total(),
                population.digest(),
                start,
                items);
    }

    /** Numbers below the size of the population; those that came before are passed over. */
    private static List<Item> random(Population population, int items, Chance chance) {
        if (items > population.count()) {
            throw new IllegalArgumentException(
                    "the population has %s postings, fewer than the %s asked for"
                            .formatted(population.count(), items));
        }
        Set<Long> places = new HashSet<>();
        while (places.size() < items) {
            places.add(chance.below(population.count()));
        }
        return places.stream()
                .sorted()
                .map(place -> population.members().get(Math.toIntExact(place)))
                .map(m -> new Item(m.position(), m.posting(), m.amount(), 1))
                .toList();
    }

    private static void requireFitting(Population population, Money interval) {
        Money total = population.total();
        if (!interval.denomination().equals(population.denomination())) {
            throw new IllegalArgumentException(
                    "the interval must be in %s, not %s"
                            .formatted(population.denomination().currency(), interval));
        }
        if (interval.compareTo(total) > 0) {
            throw new IllegalArgumentException(
                    "the interval must be at most the population's %s, not %s"
                            .formatted(total, interval));
        }
        if (total.minorUnits() / interval.minorUnits() > Design.MOST_ITEMS - 1) {
            throw new IllegalArgumentException(
                    "the interval must leave at most %s hits in %s; %s is too small"
                            .formatted(Design.MOST_ITEMS, total, interval));
        }
    }

    /** A hit at the start and after each interval, counted through all the money in order. */
    private static List<Item> byMoney(Population population, long start, long interval) {
        List<Item> items = new ArrayList<>();
        long next = start;
        long passed = 0;
        for (Member member : population.members()) {
            passed = Math.addExact(passed, member.amount().minorUnits());
            int hits = 0;
            if (next <= passed) {
                hits = Math.toIntExact((passed - next) / interval + 1);
                next += hits * interval;
                items.add(new Item(member.position(), member.posting(), member.amount(), hits));
            }
        }
        return items;
    }
}
