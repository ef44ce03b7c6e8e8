package org.aidledger.fund;

import java.math.BigDecimal;
import java.util.List;
import org.aidledger.fund.Tender.Exempt;
import org.aidledger.fund.Tender.Tendered;
import org.aidledger.fund.WorksCommand.AcceptArchive;
import org.aidledger.fund.WorksCommand.AcceptProject;
import org.aidledger.fund.WorksCommand.ApproveChangeOrder;
import org.aidledger.fund.WorksCommand.CloseProject;
import org.aidledger.fund.WorksCommand.FreezeProject;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordContract;
import org.aidledger.fund.WorksCommand.RecordMatching;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.fund.WorksCommand.ReportProgress;
import org.aidledger.fund.WorksCommand.SetTarget;
import org.aidledger.fund.WorksCommand.UnfreezeProject;

/** Random commands about the works of one fund's projects. */
final class RandomWorks {

    private final Dice dice;

    RandomWorks(Dice dice) {
        this.dice = dice;
    }

    WorksCommand next() {
        FundId fund = dice.fund();
        ProjectId project = RandomPlan.project(dice);
        return switch (dice.upTo(22)) {
            case 0, 1 -> contract(project);
            case 2 -> new RecordMatching(fund, dice.voucher(), project, dice.amount(4000), "企业");
            case 3, 4 -> changeOrder(project);
            case 5 -> new SetTarget(fund, dice.voucher(), project, "beds", BigDecimal.TEN, "床");
            case 6, 7, 8, 9 -> new RecordStart(fund, dice.voucher(), project);
            case 10, 11, 12 -> progress(project);
            case 13, 14 -> new RecordCompletion(fund, dice.voucher(), project);
            case 15 -> new AcceptProject(fund, dice.voucher(), project);
            case 16 -> new AcceptArchive(fund, dice.voucher(), project);
            case 17 -> new CloseProject(fund, dice.voucher(), project);
            case 18 -> new FreezeProject(fund, dice.voucher(), project, "audit");
            default -> new UnfreezeProject(fund, dice.voucher(), project, "settled");
        };
    }

    private WorksCommand contract(ProjectId project) {
        return new RecordContract(
                dice.fund(),
                dice.voucher(),
                project,
                "C-" + dice.upTo(6),
                "一建",
                dice.amount(15_000),
                dice.chance(50) ? new Tendered("T-1") : new Exempt("small"));
    }

    private WorksCommand changeOrder(ProjectId project) {
        return new ApproveChangeOrder(
                dice.fund(),
                dice.voucher(),
                project,
                "O-" + dice.upTo(20),
                dice.signed(-2500, 3500),
                dice.pick(List.of("", "CO-7", "CO-8")),
                dice.pick(List.of("", "张强", "张强")));
    }

    private WorksCommand progress(ProjectId project) {
        return new ReportProgress(
                dice.fund(),
                dice.voucher(),
                project,
                BigDecimal.valueOf(dice.upTo(11_000), 2),
                dice.reported(40_000),
                "inspector");
    }
}
