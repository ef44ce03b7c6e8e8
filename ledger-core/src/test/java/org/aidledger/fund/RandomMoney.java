package org.aidledger.fund;

import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Authorise;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.MoneyCommand.Reallocate;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.RecordFlow;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.Portion.Exactly;
import org.aidledger.fund.Portion.Whole;
import org.aidledger.fund.ReallocationBasis.FromReclaim;
import org.aidledger.fund.ReallocationBasis.UnderAdjustment;

/** Random postings for one fund. */
final class RandomMoney {

    private final Dice dice;

    RandomMoney(Dice dice) {
        this.dice = dice;
    }

    MoneyCommand next() {
        FundId fund = dice.fund();
        return switch (dice.upTo(20)) {
            case 0 -> new Authorise(fund, dice.voucher(), dice.signed(-3000, 20_000));
            case 1 -> new Receive(fund, dice.voucher(), dice.amount(20_000));
            case 2 -> new ReturnFunds(fund, dice.voucher(), dice.amount(9000));
            case 3, 4, 5, 6 -> new Allocate(fund, dice.voucher(), project(), dice.amount(20_000));
            case 7, 8, 9 -> new Disburse(fund, dice.voucher(), project(), dice.amount(12_000));
            case 10, 11 -> new Pay(fund, dice.voucher(), project(), dice.amount(6000), "builder");
            case 12 -> new PayDirect(fund, dice.voucher(), project(), dice.amount(4000), "");
            case 13 -> reclaim();
            case 14, 15 -> reallocate();
            case 16 -> recover();
            case 17, 18 ->
                    new Reverse(fund, dice.voucher(), dice.earlierPosting(), "typed wrongly");
            default -> flow();
        };
    }

    private MoneyCommand reclaim() {
        return new Reclaim(
                dice.fund(),
                dice.voucher(),
                project(),
                dice.chance(50) ? new Whole() : new Exactly(dice.amount(5000)),
                dice.pick(ReclaimReason.values()),
                "decision " + dice.upTo(9));
    }

    private MoneyCommand reallocate() {
        ProjectId from = project();
        ProjectId to = project();
        return new Reallocate(
                dice.fund(),
                dice.voucher(),
                from,
                to.equals(from) ? new ProjectId("P-9") : to,
                dice.amount(3000),
                dice.chance(50)
                        ? new UnderAdjustment(new AdjustmentId("A-" + dice.upTo(5)))
                        : new FromReclaim(dice.earlierPosting()));
    }

    private MoneyCommand recover() {
        return new Recover(
                dice.fund(),
                dice.voucher(),
                project(),
                dice.amount(3000),
                dice.pick(RecoveredFrom.values()),
                dice.fund() + "-finding-0",
                "2022");
    }

    private MoneyCommand flow() {
        return new RecordFlow(
                dice.fund(),
                dice.voucher(),
                project(),
                dice.chance(50) ? "5" : "6",
                dice.signed(-50, 200));
    }

    private ProjectId project() {
        return RandomPlan.project(dice);
    }
}
