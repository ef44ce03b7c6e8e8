package org.aidledger.api.approval;

import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Caller;
import org.aidledger.access.Role;
import org.aidledger.api.access.CurrentCaller;
import org.aidledger.api.access.LedgerGuard;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.status.Present;

/** Counts what waits for somebody's decision. */
public final class Waiting {

    /** Nobody counts further; who has so many looks at the inbox. */
    public static final int MOST = 200;

    /** Whoever else decides about nothing. */
    private static final Set<Role> DECIDING =
            Set.of(Role.FINANCE_APPROVER, Role.PROGRAMME_OFFICER, Role.REGULATOR);

    private final ApprovalRegister register;
    private final LedgerGuard guard;
    private final Present present;

    Waiting(ApprovalRegister register, LedgerGuard guard, Present present) {
        this.register = register;
        this.guard = guard;
        this.present = present;
    }

    /**
     * How many requests wait for whoever is calling, {@value #MOST} at most. Nobody asked for it,
     * so that it is no question that would have to be kept.
     */
    public int forCaller() {
        Caller caller = CurrentCaller.required();
        if (caller.roles().stream().noneMatch(DECIDING::contains)) {
            return 0;
        }
        return (int)
                CurrentCaller.asLedger(() ->
                                register.page(
                                        Optional.empty(),
                                        Optional.of(ApprovalStatus.PENDING),
                                        present.known(),
                                        Cursor.START,
                                        MOST))
                        .items()
                        .stream()
                        .filter(a -> Deciders.may(caller, a))
                        .filter(a -> guard.sees(a.fund()))
                        .count();
    }
}
