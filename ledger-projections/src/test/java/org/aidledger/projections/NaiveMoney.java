package org.aidledger.projections;

import org.aidledger.event.LedgerEvent;
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
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.fund.RecoveredFrom;

/** What one event adds to each figure, said plainly and without accounts. Minor units. */
final class NaiveMoney {

    private NaiveMoney() {}

    static long authorised(LedgerEvent event) {
        if (event instanceof FundOpened e) {
            return e.authorised().minorUnits();
        }
        return event instanceof AuthorityAdded e ? e.amount().minorUnits() : 0;
    }

    static long received(LedgerEvent event) {
        if (event instanceof FundsReceived e) {
            return e.amount().minorUnits();
        }
        return event instanceof FundsReturned e ? -e.amount().minorUnits() : 0;
    }

    static long allocated(LedgerEvent event, ProjectId id) {
        if (event instanceof FundsAllocated e && e.project().equals(id)) {
            return e.amount().minorUnits();
        }
        return reallocated(event, id) - reclaimed(event, id);
    }

    static long reclaimed(LedgerEvent event, ProjectId id) {
        return event instanceof FundsReclaimed e && e.project().equals(id)
                ? e.amount().minorUnits()
                : 0;
    }

    static long reallocated(LedgerEvent event, ProjectId id) {
        if (event instanceof FundsReallocated e) {
            if (e.to().equals(id)) {
                return e.amount().minorUnits();
            }
            if (e.from().equals(id) && e.basis() instanceof UnderAdjustment) {
                return -e.amount().minorUnits();
            }
        }
        return 0;
    }

    static long disbursed(LedgerEvent event, ProjectId id) {
        if (event instanceof FundsDisbursed e && e.project().equals(id)) {
            return e.amount().minorUnits();
        }
        if (event instanceof FundsPaidDirectly e && e.project().equals(id)) {
            return e.amount().minorUnits();
        }
        return -recovered(event, id);
    }

    static long recovered(LedgerEvent event, ProjectId id) {
        return event instanceof FundsRecovered e && e.project().equals(id)
                ? e.amount().minorUnits()
                : 0;
    }

    static long paid(LedgerEvent event, ProjectId id) {
        if (event instanceof FundsPaid e && e.project().equals(id)) {
            return e.amount().minorUnits();
        }
        if (event instanceof FundsPaidDirectly e && e.project().equals(id)) {
            return e.amount().minorUnits();
        }
        boolean fromPayee = event instanceof FundsRecovered e && e.stage() == RecoveredFrom.PAYMENT;
        return fromPayee ? -recovered(event, id) : 0;
    }

    /** Whether money of the project moved. */
    static boolean moves(LedgerEvent event, ProjectId id) {
        return allocated(event, id) != 0 || disbursed(event, id) != 0 || paid(event, id) != 0;
    }
}
