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

    /** Adds what an event leaves. Events come in their order. */
    public void add(Recorded<? extends LedgerEvent> event, FundId fund, Fact fact) {
        List<OfEvent> events = funds.computeIfAbsent(fund, _ -> new ArrayList<>());
        if (events.isEmpty() || events.getLast().position() != event.position()) {
            events.add(
                    new OfEvent(
                            event.position(),
                            Micros.of(event.recorded()),
                            (int) event.event().voucher().effective().toEpochDay(),
                            new ArrayList<>()));
        }
        events.getLast().facts().add(fact);
    }

    Map<FundId, List<OfEvent>> byFund() {
        return funds;
    }
}
