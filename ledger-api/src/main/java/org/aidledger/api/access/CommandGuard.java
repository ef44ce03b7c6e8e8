package org.aidledger.api.access;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Caller;
import org.aidledger.access.Denial;
import org.aidledger.access.Denial.ActorNotYou;
import org.aidledger.access.Denial.ApprovalNotYours;
import org.aidledger.access.Denial.OutsideScope;
import org.aidledger.access.Denial.RightMissing;
import org.aidledger.access.Permits;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.approval.ApprovalCommand.RequestApproval;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.Organisation;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;
import org.aidledger.sample.SampleCommand.DrawSample;
import org.aidledger.snapshot.SnapshotCommand;
import org.aidledger.snapshot.SnapshotCommand.FreezeSnapshot;

/**
 * Says whether whoever is calling may send a command: one of their roles has it, their scope covers
 * the fund, and they state nobody's name but their own.
 */
public final class CommandGuard {

    private final Belonging belonging;

    public CommandGuard(Belonging belonging) {
        this.belonging = belonging;
    }

    /** Why the caller may not send it; empty if they may. */
    public Optional<Denial> denial(FundCommand command) {
        Caller caller = CurrentCaller.required();
        return withoutRight(caller, command, Permits.of(command))
                .or(() -> outside(caller, command))
                .or(() -> inAnothersName(caller, command.voucher()));
    }

    /** Why the caller may not send it; empty if they may. */
    public Optional<Denial> denial(FindingCommand command) {
        Caller caller = CurrentCaller.required();
        return withoutRight(caller, command, Permits.of(command))
                .or(() -> outside(caller, command))
                .or(() -> inAnothersName(caller, command.voucher()));
    }

    /** Why the caller may not send it; empty if they may. */
    public Optional<Denial> denial(ApprovalCommand command) {
        Caller caller = CurrentCaller.required();
        if (command instanceof RequestApproval asking) {
            return denial(asking.command());
        }
        return withoutRight(caller, command, Permits.of(command))
                .or(() -> outside(caller, command))
                .or(() -> inAnothersName(caller, command.voucher()));
    }

    /**
     * Why the caller may not send it; empty if they may. A payee may have had money of any fund.
     */
    public Optional<Denial> denial(PayeeCommand command) {
        Caller caller = CurrentCaller.required();
        return withoutRight(caller, command, Permits.of(command))
                .or(() ->
                        caller.scope().isEverything()
                                ? Optional.empty()
                                : Optional.of(new OutsideScope("the whole ledger")))
                .or(() -> inAnothersName(caller, command.voucher()));
    }

    /** Why the caller may not send it; empty if they may. It takes all the snapshot's funds. */
    public Optional<Denial> denial(SnapshotCommand command) {
        Caller caller = CurrentCaller.required();
        return withoutRight(caller, command, Permits.of(command))
                .or(() -> outside(caller, command))
                .or(() -> inAnothersName(caller, command.voucher()));
    }

    /** Why the caller may not send it; empty if they may. */
    public Optional<Denial> denial(SampleCommand command) {
        Caller caller = CurrentCaller.required();
        return withoutRight(caller, command, Permits.of(command))
                .or(() -> outside(caller, command))
                .or(() -> inAnothersName(caller, command.voucher()));
    }

    private Optional<Denial> outside(Caller caller, SnapshotCommand command) {
        if (caller.scope().isEverything()) {
            return Optional.empty();
        }
        OutsideScope outside = new OutsideScope(command.snapshot().value());
        return (command instanceof FreezeSnapshot freezing
                        ? Optional.of(freezing.funds())
                        : belonging.of(command.snapshot()))
                .map(funds ->
                        funds.stream().flatMap(fund -> outside(caller, fund).stream()).findFirst())
                .orElse(Optional.of(outside));
    }

    private Optional<Denial> outside(Caller caller, SampleCommand command) {
        if (caller.scope().isEverything()) {
            return Optional.empty();
        }
        OutsideScope outside = new OutsideScope(command.sample().value());
        Optional<FundId> fund =
                command instanceof DrawSample drawing
                        ? Optional.of(drawing.fund())
                        : belonging.of(command.sample());
        return fund.isEmpty()
                ? Optional.of(outside)
                : outside(caller, fund.get()).map(_ -> outside);
    }

    private Optional<Denial> outside(Caller caller, ApprovalCommand command) {
        if (caller.scope().isEverything()) {
            return Optional.empty();
        }
        OutsideScope outside = new OutsideScope(command.approval().value());
        return belonging
                .of(command.approval())
                .map(fund -> outside(caller, fund).map(_ -> (Denial) outside))
                .orElse(Optional.of(outside));
    }

    /** Why the caller may not learn what would come of it; empty if they may. */
    public Optional<Denial> denialOfForesight(FundCommand command) {
        Caller caller = CurrentCaller.required();
        Optional<Denial> withoutRight =
                caller.may(Right.APPROVALS)
                        ? Optional.empty()
                        : withoutRight(caller, command, Permits.of(command));
        return withoutRight.or(() -> outside(caller, command));
    }

    private static Optional<Denial> withoutRight(Caller caller, Object command, Set<Role> roles) {
        return roles.stream().anyMatch(caller.roles()::contains)
                ? Optional.empty()
                : Optional.of(RightMissing.of(written(command), roles));
    }

    /** The command's name as in URLs. */
    private static String written(Object command) {
        return command.getClass()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT);
    }

    private Optional<Denial> outside(Caller caller, FundCommand command) {
        if (command instanceof OpenFund opening) {
            return caller.scope().covers(opening.fund(), opening.organisation())
                    ? Optional.empty()
                    : Optional.of(OutsideScope.of(opening.fund()));
        }
        return outside(caller, command.fund());
    }

    private Optional<Denial> outside(Caller caller, FindingCommand command) {
        if (caller.scope().isEverything()) {
            return Optional.empty();
        }
        Optional<FundId> fund =
                command instanceof RaiseFinding raising
                        ? Optional.of(raising.fund())
                        : belonging.of(command.finding());
        return fund.isEmpty()
                ? Optional.of(new OutsideScope(command.finding().value()))
                : outside(caller, fund.get()).map(_ -> new OutsideScope(command.finding().value()));
    }

    /** A fund that does not exist belongs nowhere, and answers as one that is not the caller's. */
    Optional<Denial> outside(Caller caller, FundId fund) {
        if (caller.scope().isEverything()) {
            return Optional.empty();
        }
        Organisation organisation = belonging.of(fund).orElse(Organisation.NONE);
        return caller.scope().covers(fund, organisation)
                ? Optional.empty()
                : Optional.of(OutsideScope.of(fund));
    }

    private static Optional<Denial> inAnothersName(Caller caller, Voucher voucher) {
        if (caller.recordsForOthers()) {
            return Optional.empty();
        }
        if (!voucher.actor().equals(caller.actor())) {
            return Optional.of(new ActorNotYou(voucher.actor(), caller.actor()));
        }
        return voucher.approvedBy().isEmpty()
                ? Optional.empty()
                : Optional.of(new ApprovalNotYours(voucher.approvedBy()));
    }
}
