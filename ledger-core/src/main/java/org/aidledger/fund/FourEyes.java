package org.aidledger.fund;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Actor;
import org.aidledger.event.Voucher;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.RequestRefused.ApprovalMissing;
import org.aidledger.money.Money;

/**
 * Which commands nobody may send alone, as the fund has settled it (四眼). Plan adjustments have
 * signatures of their own (R4). A fund that only observes takes what others decided long ago.
 */
final class FourEyes {

    private FourEyes() {}

    /** What is missing, if the command needs a second person and names none. */
    static Optional<ApprovalMissing> missing(FundState state, FundCommand command) {
        if (state.isObserved() || isApproved(command.voucher())) {
            return Optional.empty();
        }
        return need(state.governance(), command)
                .map(need -> new ApprovalMissing(need, command.voucher().actor()));
    }

    private static boolean isApproved(Voucher voucher) {
        Actor actor = voucher.actor();
        List<Actor> approvers = voucher.approvedBy();
        return approvers.stream().anyMatch(approver -> !approver.equals(actor));
    }

    private static Optional<String> need(Governance governance, FundCommand command) {
        return switch (command) {
            case Reclaim c -> change(governance, c, "every reclaim");
            case Reallocate c -> change(governance, c, "every reallocation");
            case Reverse c -> change(governance, c, "every reversal");
            case Disburse c -> disbursement(governance, c, c.amount());
            case PayDirect c -> disbursement(governance, c, c.amount());
            case SetPolicy c when isAboutFourEyes(c.item()) ->
                    Optional.of("every change of the policy on approvals");
            case SetPolicy c when isWatch(c.item()) ->
                    Optional.of("every change of the policy on what is watched");
            case GovernanceCommand _, PlanCommand _, MoneyCommand _, WorksCommand _ ->
                    Optional.empty();
        };
    }

    /** Else one person could settle that one person is enough. */
    private static boolean isAboutFourEyes(PolicyItem item) {
        return item == PolicyItem.FOUR_EYES_FROM || item == PolicyItem.FOUR_EYES_CHANGES;
    }

    /** Else one person could lift the plan, the authorised total or the cash, and set it back. */
    private static boolean isWatch(PolicyItem item) {
        return item == PolicyItem.WATCH_PLAN
                || item == PolicyItem.WATCH_AUTHORITY
                || item == PolicyItem.WATCH_CASH;
    }

    private static Optional<String> change(Governance governance, MoneyCommand c, String need) {
        return Optional.of(need)
                .filter(_ ->
                        governance.watches(PolicyItem.FOUR_EYES_CHANGES, c.voucher().effective()));
    }

    private static Optional<String> disbursement(
            Governance governance, MoneyCommand c, Money amount) {
        BigDecimal from = governance.policy(PolicyItem.FOUR_EYES_FROM, c.voucher().effective());
        return amount.value().compareTo(from) < 0
                ? Optional.empty()
                : Optional.of(
                        "every disbursement from %s %s on"
                                .formatted(from.toPlainString(), amount.currency()));
    }
}
