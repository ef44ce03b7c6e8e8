package org.aidledger.fund;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.fund.GovernanceCommand.HandOver;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.ReopenPeriod;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;

/**
 * Random commands for one fund: first those that mostly bring it to an issued plan with money, then
 * anything, with requests repeated, altered and followed up.
 */
final class RandomCommands {

    private final Dice dice;
    private final Deque<FundCommand> planned = new ArrayDeque<>();
    private final List<FundCommand> asked = new ArrayList<>();
    private final RandomMoney money;
    private final RandomPlan plan;
    private final RandomWorks works;
    private final FollowUps followUps;

    RandomCommands(Dice dice) {
        this.dice = dice;
        this.money = new RandomMoney(dice);
        this.plan = new RandomPlan(dice);
        this.works = new RandomWorks(dice);
        this.followUps = new FollowUps(dice);
        if (dice.chance(5)) {
            planned.add(receive());
        }
        planned.add(open());
        if (dice.chance(30)) {
            planned.add(policy());
        }
        if (dice.chance(90)) {
            preparePlan();
        }
        planned.add(receive());
    }

    FundCommand next() {
        FundCommand command = planned.isEmpty() ? anything() : planned.remove();
        asked.add(command);
        return command;
    }

    /** An answer may lead to further commands. */
    void learn(HistoryRun.Step step) {
        planned.addAll(followUps.after(step));
    }

    private void preparePlan() {
        for (ProjectId project : RandomPlan.PROJECTS) {
            if (dice.chance(75)) {
                planned.add(enrol(project));
                for (Review review : Review.values()) {
                    boolean passed = dice.chance(97);
                    planned.add(
                            new RecordReview(
                                    dice.fund(),
                                    dice.voucher(Dice.OPENING.plusDays(2)),
                                    project,
                                    review,
                                    passed,
                                    ""));
                }
            }
        }
        planned.add(new IssuePlan(dice.fund(), dice.voucher(Dice.OPENING.plusDays(3))));
    }

    private FundCommand anything() {
        int kind = dice.upTo(100);
        if (kind < 3) {
            return dice.pick(asked);
        }
        if (kind < 6) {
            return altered(dice.pick(asked));
        }
        if (kind < 56) {
            return money.next();
        }
        if (kind < 68) {
            return plan.next();
        }
        return kind < 90 ? works.next() : governance();
    }

    /** Another request under the id of an earlier one. */
    private FundCommand altered(FundCommand earlier) {
        return new ClosePeriod(dice.fund(), earlier.voucher(), dice.date().minusDays(400));
    }

    private FundCommand governance() {
        return switch (dice.upTo(10)) {
            case 0 -> open();
            case 1, 2, 3 -> policy();
            case 4 ->
                    new ClosePeriod(
                            dice.fund(), dice.voucher(), Dice.OPENING.plusDays(dice.upTo(200)));
            case 5, 6, 7 ->
                    new ReopenPeriod(
                            dice.fund(),
                            dice.voucher(),
                            Dice.OPENING.plusDays(dice.upTo(60)),
                            "late vouchers");
            case 8 -> new HandOver(dice.fund(), dice.voucher(), "第九批", "第十批", "12 cars", "all");
            default -> stated();
        };
    }

    private FundCommand stated() {
        return new StateFigures(
                dice.fund(),
                dice.voucher(),
                "yearbook",
                List.of(
                        new StatedFigures.AtMost(
                                "completed of started",
                                BigDecimal.valueOf(dice.upTo(10)),
                                BigDecimal.valueOf(5))));
    }

    private FundCommand open() {
        return new OpenFund(
                dice.fund(),
                dice.voucher(Dice.OPENING),
                "Fund " + dice.fund(),
                "浙江",
                "阿克苏",
                2023,
                dice.chance(60) ? Mode.STRICT : Mode.OBSERVED,
                dice.denomination().scale(),
                dice.chance(50) ? EnumSet.of(Channel.LOCAL) : EnumSet.allOf(Channel.class),
                dice.planned(100_000));
    }

    private FundCommand policy() {
        PolicyItem item = dice.pick(PolicyItem.values());
        BigDecimal value =
                switch (item) {
                    case IDLE_AFTER_DAYS -> BigDecimal.valueOf(1L + dice.upTo(200));
                    case WATCH_PLAN, WATCH_AUTHORITY, WATCH_CASH, FOUR_EYES_CHANGES ->
                            BigDecimal.valueOf(dice.upTo(2));
                    case FOUR_EYES_FROM -> BigDecimal.valueOf(dice.upTo(1000));
                    case GAP_ALERT_POINTS,
                            ADVANCE_PERCENT,
                            RETENTION_PERCENT,
                            LIVELIHOOD_FLOOR_PERCENT ->
                            BigDecimal.valueOf(dice.upTo(10_001), 2);
                };
        return new SetPolicy(
                dice.fund(),
                dice.chance(50) ? dice.voucher(Dice.OPENING) : dice.voucher(),
                item,
                value);
    }

    private FundCommand receive() {
        return new Receive(dice.fund(), dice.voucher(Dice.OPENING), dice.amount(60_000));
    }

    private FundCommand enrol(ProjectId project) {
        return new EnrolProject(
                dice.fund(),
                dice.voucher(Dice.OPENING.plusDays(dice.upTo(2))),
                project,
                profile(project),
                dice.planned(50_000),
                dice.planned(50_000));
    }

    private ProjectProfile profile(ProjectId project) {
        return new ProjectProfile(
                "Works of " + project,
                dice.pick(List.of("产业", "教育", "医疗")),
                dice.pick(List.of("乌什", "阿合奇", "")),
                dice.chance(80) ? Channel.LOCAL : Channel.BINGTUAN,
                dice.pick(Kind.values()),
                dice.pick(Delivery.values()),
                dice.chance(50),
                dice.chance(85),
                dice.chance(60),
                dice.chance(20));
    }
}
