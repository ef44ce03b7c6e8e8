package org.aidledger.fund;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Chance, from a seed: amounts, dates, vouchers and choices. */
final class Dice {

    static final LocalDate OPENING = LocalDate.of(2023, 1, 1);

    private static final List<Denomination> DENOMINATIONS =
            List.of(
                    Denomination.of("CNY"),
                    Denomination.of("CNY"),
                    new Denomination("CNY", 4),
                    Denomination.of("JPY"),
                    Denomination.of("KWD"));
    private static final List<Actor> ACTORS =
            List.of(new Actor("王芳 财务"), new Actor("李伟 指挥部"), new Actor("Aynur"), new Actor("PO"));

    private final Random random;
    private final FundId fund;
    private final Denomination denomination;
    private LocalDate today = OPENING;
    private int postings;

    Dice(long seed) {
        random = new Random(seed);
        fund = new FundId("F-" + (seed < 0 ? "m" + Math.negateExact(seed) : "" + seed));
        denomination = pick(DENOMINATIONS);
    }

    FundId fund() {
        return fund;
    }

    Denomination denomination() {
        return denomination;
    }

    void day(Instant now) {
        today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    LocalDate today() {
        return today;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** From 0 to the bound, exclusive. */
    int upTo(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    <T> T pick(T[] some) {
        return some[random.nextInt(some.length)];
    }

    /** Mostly lately, often long ago, sometimes tomorrow, rarely before the opening. */
    LocalDate date() {
        int kind = upTo(100);
        if (kind < 55) {
            return today.minusDays(upTo(20));
        }
        if (kind < 97) {
            return OPENING.plusDays(upTo(480));
        }
        return kind < 99 ? today.plusDays(upTo(40)) : OPENING.minusDays(1);
    }

    Voucher voucher() {
        return voucher(date());
    }

    Voucher voucher(LocalDate effective) {
        return voucher(effective, pick(ACTORS));
    }

    Voucher voucher(LocalDate effective, Actor actor) {
        List<DocumentRef> papers =
                chance(20)
                        ? List.of(new DocumentRef("minutes", "会议纪要〔2024〕" + upTo(99), ""))
                        : List.of();
        List<Actor> approvals = chance(85) ? List.of(pick(ACTORS)) : List.of();
        String note = chance(10) ? "seeded" : "";
        return new Voucher(
                new PostingId("p-" + postings++), effective, actor, approvals, papers, note);
    }

    /** A posting id that was used before, if any was. */
    PostingId earlierPosting() {
        return new PostingId("p-" + upTo(Math.max(1, postings)));
    }

    /** Rarely zero, negative, of another currency, or too fine for the fund. */
    Money amount(int most) {
        int kind = upTo(100);
        if (kind == 0) {
            return new Money(-upTo(most), denomination);
        }
        if (kind == 1) {
            return Money.of("5", "EUR");
        }
        if (kind == 2) {
            return new Money(5, new Denomination(denomination.currency(), 6));
        }
        return new Money((long) upTo(most) + (kind == 3 ? 0 : 1), denomination);
    }

    /** Zero or more, fit for the fund; rarely below zero. */
    Money reported(int most) {
        return chance(1) ? new Money(-1, denomination) : planned(most);
    }

    /** Above, below or rarely just zero, fit for the fund. */
    Money signed(int least, int most) {
        return chance(2)
                ? denomination.zero()
                : new Money((long) upTo(most - least) + least, denomination);
    }

    /** Zero or more, fit for the fund. */
    Money planned(int most) {
        return new Money(upTo(most), denomination);
    }
}
