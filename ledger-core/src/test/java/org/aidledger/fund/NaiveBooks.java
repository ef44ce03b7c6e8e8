package org.aidledger.fund;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.aidledger.event.PostingId;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.MoneyEvent.AuthorityAdded;
import org.aidledger.fund.MoneyEvent.FundsAllocated;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsPaidDirectly;
import org.aidledger.fund.MoneyEvent.FundsReallocated;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.MoneyEvent.FundsRecovered;
import org.aidledger.fund.MoneyEvent.FundsReturned;
import org.aidledger.fund.MoneyEvent.OtherFlowRecorded;
import org.aidledger.fund.MoneyEvent.PostingReversed;

/**
 * A second opinion that knows no accounts, transfers or timelines: what each event means for the
 * six sums of a fund, in plain words, added up day by day. Keep it naive.
 */
final class NaiveBooks {

    /** The sums of one project, or, with authorised and received, of the fund. */
    static final class Sums {
        long authorised;
        long received;
        long allocated;
        long disbursed;
        long paid;
    }

    private final Map<PostingId, FundEvent> byId = new HashMap<>();
    private final List<FundEvent> events;

    NaiveBooks(List<FundEvent> events) {
        this.events = events;
        events.forEach(e -> byId.putIfAbsent(e.voucher().postingId(), e));
    }

    /** Every date on which something happened. */
    NavigableSet<LocalDate> days() {
        NavigableSet<LocalDate> days = new TreeSet<>();
        events.forEach(e -> days.add(e.voucher().effective()));
        return days;
    }

    /** The fund's sums at the end of a day. */
    Sums fund(LocalDate day) {
        Sums all = new Sums();
        projects(day)
                .values()
                .forEach(p -> {
                    all.authorised += p.authorised;
                    all.received += p.received;
                    all.allocated += p.allocated;
                    all.disbursed += p.disbursed;
                    all.paid += p.paid;
                });
        return all;
    }

    /** Each project's sums at the end of a day; those of the whole fund under the empty name. */
    Map<String, Sums> projects(LocalDate day) {
        Map<String, Sums> sums = new TreeMap<>();
        for (FundEvent event : events) {
            if (!event.voucher().effective().isAfter(day)) {
                add(event, 1, sums);
            }
        }
        return sums;
    }

    private void add(FundEvent event, int sign, Map<String, Sums> sums) {
        switch (event) {
            case FundOpened e -> of(sums, "").authorised += sign * e.authorised().minorUnits();
            case AuthorityAdded e -> of(sums, "").authorised += sign * e.amount().minorUnits();
            case FundsReceived e -> of(sums, "").received += sign * e.amount().minorUnits();
            case FundsReturned e -> of(sums, "").received -= sign * e.amount().minorUnits();
            case FundsAllocated e ->
                    of(sums, e.project().value()).allocated += sign * e.amount().minorUnits();
            case FundsDisbursed e ->
                    of(sums, e.project().value()).disbursed += sign * e.amount().minorUnits();
            case FundsPaid e ->
                    of(sums, e.project().value()).paid += sign * e.amount().minorUnits();
            case FundsPaidDirectly e -> {
                of(sums, e.project().value()).disbursed += sign * e.amount().minorUnits();
                of(sums, e.project().value()).paid += sign * e.amount().minorUnits();
            }
            case FundsReclaimed e ->
                    of(sums, e.project().value()).allocated -= sign * e.amount().minorUnits();
            case FundsReallocated e -> {
                if (e.basis().toString().startsWith("adjustment:")) {
                    of(sums, e.from().value()).allocated -= sign * e.amount().minorUnits();
                }
                of(sums, e.to().value()).allocated += sign * e.amount().minorUnits();
            }
            case FundsRecovered e -> {
                of(sums, e.project().value()).disbursed -= sign * e.amount().minorUnits();
                if (e.stage() == RecoveredFrom.PAYMENT) {
                    of(sums, e.project().value()).paid -= sign * e.amount().minorUnits();
                }
            }
            case PostingReversed e -> {
                FundEvent reversed = byId.get(e.reverses());
                if (reversed == null) {
                    throw new IllegalStateException("reverses nothing: " + e);
                }
                add(reversed, -sign, sums);
            }
            case OtherFlowRecorded _, GovernanceEvent _, PlanEvent _, WorksEvent _ -> {}
        }
    }

    private static Sums of(Map<String, Sums> sums, String project) {
        return sums.computeIfAbsent(project, _ -> new Sums());
    }
}
