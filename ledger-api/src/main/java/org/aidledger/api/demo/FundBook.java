package org.aidledger.api.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.fund.FundId;

/** The vouchers of one fund, numbered by business date. */
final class FundBook {

    private final FundId fund;
    private final int minute;
    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final Map<LocalDate, Integer> written = new HashMap<>();

    /**
     * @param minute after 9 o'clock UTC at which this fund's vouchers of a day are recorded; its
     *     own, so that no two funds share an instant
     */
    FundBook(String fund, int minute, long seed) {
        this.fund = new FundId(fund);
        this.minute = minute;
        this.random = new Random(seed * 31 + fund.hashCode());
    }

    FundId fund() {
        return fund;
    }

    Random random() {
        return random;
    }

    int minute() {
        return minute;
    }

    Draft on(LocalDate effective, Actor actor) {
        int ofDay = written.merge(effective, 1, Integer::sum);
        String day = effective.format(DateTimeFormatter.BASIC_ISO_DATE);
        String number = "%s-%s-%03d".formatted(fund, day, ofDay);
        return new Draft(this, new PostingId(number), effective, actor);
    }

    void add(Step step) {
        steps.add(step);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }
}
