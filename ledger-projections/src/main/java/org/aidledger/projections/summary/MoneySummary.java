package org.aidledger.projections.summary;

import static org.aidledger.projections.summary.Summary.sentence;
import static org.aidledger.projections.summary.Summary.words;

import org.aidledger.fund.MoneyEvent;
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
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.payee.Payee;

/** Sentences about money. */
final class MoneySummary {

    private MoneySummary() {}

    static String of(MoneyEvent event) {
        return switch (event) {
            case AuthorityAdded e -> "%s authorised in addition.".formatted(e.amount());
            case FundsReceived e -> "%s received from the donor.".formatted(e.amount());
            case FundsReturned e -> "%s returned to the donor.".formatted(e.amount());
            case FundsAllocated e -> "%s allocated to %s.".formatted(e.amount(), e.project());
            case FundsDisbursed e -> "%s disbursed to %s.".formatted(e.amount(), e.project());
            case FundsPaid e ->
                    "%s paid for %s%s.".formatted(e.amount(), e.project(), to(e.payee()));
            case FundsPaidDirectly e ->
                    "%s paid directly from the pool for %s%s."
                            .formatted(e.amount(), e.project(), to(e.payee()));
            case FundsReclaimed e ->
                    "%s reclaimed from %s (%s) under decision %s."
                            .formatted(e.amount(), e.project(), words(e.reason()), e.decision());
            case FundsReallocated e ->
                    "%s reallocated from %s to %s %s."
                            .formatted(e.amount(), e.from(), e.to(), basis(e));
            case FundsRecovered e ->
                    "%s recovered from a %s of %s under finding %s%s."
                            .formatted(
                                    e.amount(),
                                    words(e.stage()),
                                    e.project(),
                                    e.finding(),
                                    e.concerns().isEmpty() ? "" : ", concerning " + e.concerns());
            case PostingReversed e ->
                    "Posting %s of %s (%s) reversed: %s"
                            .formatted(
                                    e.reverses(),
                                    e.mirrored().effective(),
                                    e.mirrored().type(),
                                    sentence(e.reason()));
            case OtherFlowRecorded e ->
                    "Flow %s of %s kept beside the books of %s."
                            .formatted(e.flow(), e.amount(), e.project());
        };
    }

    private static String basis(FundsReallocated event) {
        return switch (event.basis()) {
            case UnderAdjustment(var adjustment) -> "under adjustment " + adjustment;
            case FromReclaim(var reclaim) -> "out of reclaim " + reclaim;
        };
    }

    private static String to(Payee payee) {
        return payee.isNobody() ? "" : " to " + payee;
    }
}
