package org.aidledger.posting;

import java.util.List;
import org.aidledger.fund.FundEvent;
import org.aidledger.fund.GovernanceEvent;
import org.aidledger.fund.GovernanceEvent.FundOpened;
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
import org.aidledger.fund.PlanEvent;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;
import org.aidledger.fund.WorksEvent;
import org.aidledger.money.Money;
import org.aidledger.posting.Account.Kind;

/** The only place that knows debits and credits. */
public final class PostingRules {

    private static final Account GRANT = Account.of(Kind.GRANT);
    private static final Account AUTHORISED = Account.of(Kind.AUTHORISED);
    private static final Account DONOR = Account.of(Kind.DONOR);
    private static final Account POOL = Account.of(Kind.POOL);

    private PostingRules() {}

    /** What an event moves; empty for events that move no money. */
    public static List<Transfer> transfersFor(FundEvent event) {
        return switch (event) {
            case FundOpened e -> opening(e.authorised());
            case MoneyEvent e -> transfersFor(e);
            case GovernanceEvent _, PlanEvent _, WorksEvent _ -> List.of();
        };
    }

    /** The journal lines of an event; they sum to zero in each book. */
    public static List<Entry> entriesFor(FundEvent event) {
        return transfersFor(event).stream().flatMap(t -> t.entries().stream()).toList();
    }

    private static List<Transfer> transfersFor(MoneyEvent event) {
        return switch (event) {
            case AuthorityAdded e -> List.of(authority(e.amount()));
            case FundsReceived e ->
                    List.of(new Transfer(Movement.RECEIVE, DONOR, POOL, e.amount()));
            case FundsReturned e -> List.of(new Transfer(Movement.RETURN, POOL, DONOR, e.amount()));
            case FundsAllocated e ->
                    List.of(
                            new Transfer(
                                    Movement.ALLOCATE,
                                    AUTHORISED,
                                    allocated(e.project()),
                                    e.amount()));
            case FundsDisbursed e -> List.of(disbursement(e.project(), e.amount()));
            case FundsPaid e -> List.of(payment(e.project(), e.amount()));
            case FundsPaidDirectly e ->
                    List.of(
                            disbursement(e.project(), e.amount()),
                            payment(e.project(), e.amount()));
            case FundsReclaimed e ->
                    List.of(
                            new Transfer(
                                    Movement.RECLAIM,
                                    allocated(e.project()),
                                    AUTHORISED,
                                    e.amount()));
            case FundsReallocated e ->
                    List.of(
                            new Transfer(
                                    Movement.REALLOCATE, source(e), allocated(e.to()), e.amount()));
            case FundsRecovered e -> recovery(e);
            case PostingReversed e ->
                    e.mirrored().transfers().reversed().stream().map(Transfer::mirrored).toList();
            case OtherFlowRecorded _ -> List.of();
        };
    }

    private static List<Transfer> opening(Money authorised) {
        return authorised.isZero() ? List.of() : List.of(authority(authorised));
    }

    private static Transfer authority(Money amount) {
        return amount.isNegative()
                ? new Transfer(Movement.AUTHORISE, AUTHORISED, GRANT, amount.negated())
                : new Transfer(Movement.AUTHORISE, GRANT, AUTHORISED, amount);
    }

    private static Transfer disbursement(ProjectId project, Money amount) {
        return new Transfer(Movement.DISBURSE, POOL, held(project), amount);
    }

    private static Transfer payment(ProjectId project, Money amount) {
        return new Transfer(Movement.PAY, held(project), paid(project), amount);
    }

    /** Reclaimed money waits in the pool already; under an adjustment it is still the project's. */
    private static Account source(FundsReallocated e) {
        return switch (e.basis()) {
            case UnderAdjustment _ -> allocated(e.from());
            case FromReclaim _ -> AUTHORISED;
        };
    }

    private static List<Transfer> recovery(FundsRecovered e) {
        Transfer toPool = new Transfer(Movement.RECOVER, held(e.project()), POOL, e.amount());
        return switch (e.stage()) {
            case DISBURSEMENT -> List.of(toPool);
            case PAYMENT ->
                    List.of(
                            new Transfer(
                                    Movement.RECOVER,
                                    paid(e.project()),
                                    held(e.project()),
                                    e.amount()),
                            toPool);
        };
    }

    private static Account allocated(ProjectId project) {
        return Account.of(Kind.ALLOCATED, project);
    }

    private static Account held(ProjectId project) {
        return Account.of(Kind.HELD, project);
    }

    private static Account paid(ProjectId project) {
        return Account.of(Kind.PAID, project);
    }
}
