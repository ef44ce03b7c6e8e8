package org.aidledger.projections.tally;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;

/** Facts on their way into the index: collected event by event, kept by fund. */
public final class Facts {

    /** What one event leaves. */
    record OfEvent(long position, long recordedMicros, int day, List<Fact> facts) {}

    private final Map<FundId, List<OfEvent>> funds = new LinkedHashMap<>();
    private List<Fact> current = new ArrayList<>();

    /** Begins with an event, in the order of events; it is remembered even if it leaves no fact. */
    public void begin(Recorded<? extends LedgerEvent> event, FundId fund) {
        List<OfEvent> events = funds.computeIfAbsent(fund, _ -> new ArrayList<>());
        current = new ArrayList<>();
        events.add(
                new OfEvent(
                        event.position(),
                        Micros.of(event.recorded()),
                        (int) event.event().voucher().effective().toEpochDay(),
                        current));
    }

    /** Adds a fact of the event begun last. */
    public void add(Fact fact) {
        current.add(fact);
    }

    Map<FundId, List<OfEvent>> byFund() {
        return funds;
    }
}
