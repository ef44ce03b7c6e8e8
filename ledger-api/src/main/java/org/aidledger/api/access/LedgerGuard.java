package org.aidledger.api.access;

import org.aidledger.access.Caller;
import org.aidledger.access.Denial;
import org.aidledger.access.Denial.RightMissing;
import org.aidledger.access.Permits;
import org.aidledger.access.Question;
import org.aidledger.access.ReadGuard;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;

/** Lets callers know what their roles and scope allow, and has their questions kept. */
public final class LedgerGuard implements ReadGuard {

    private final CommandGuard scopes;
    private final Belonging belonging;
    private final ReadLog kept;

    LedgerGuard(CommandGuard scopes, Belonging belonging, ReadLog kept) {
        this.scopes = scopes;
        this.belonging = belonging;
        this.kept = kept;
    }

    @Override
    public void require(Question question) {
        Caller caller = CurrentCaller.required();
        if (!caller.may(question.right())) {
            throw RightMissing.of(question.right().toString(), Permits.of(question.right()))
                    .asException();
        }
        question.about()
                .flatMap(fund -> scopes.outside(caller, fund))
                .map(Denial::asException)
                .ifPresent(denied -> {
                    throw denied;
                });
        if (caller.isWatched()
                && !caller.equals(CurrentCaller.LEDGER)
                && CurrentCaller.isNew(question)) {
            kept.keep(caller, question, CurrentCaller.what());
        }
    }

    @Override
    public boolean sees(FundId fund, Organisation organisation) {
        return CurrentCaller.required().scope().covers(fund, organisation);
    }

    /** Whether the caller may know of a fund that an event or finding names. */
    public boolean sees(FundId fund) {
        return CurrentCaller.required().scope().isEverything()
                || sees(fund, belonging.of(fund).orElse(Organisation.NONE));
    }
}
