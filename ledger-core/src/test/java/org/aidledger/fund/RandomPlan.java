package org.aidledger.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.DropAdjustment;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.PlanPhase;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.money.Money;

/** Random commands about the plan of one fund. */
final class RandomPlan {

    /** The projects that may exist; the last one is never enrolled. */
    static final List<ProjectId> PROJECTS =
            Stream.of("P-1", "P-2", "P-3", "P-4").map(ProjectId::new).toList();

    static final ProjectId UNKNOWN = new ProjectId("P-0");

    private final Dice dice;

    RandomPlan(Dice dice) {
        this.dice = dice;
    }

    static ProjectId project(Dice dice) {
        return dice.chance(2) ? UNKNOWN : dice.pick(PROJECTS);
    }

    PlanCommand next() {
        return switch (dice.upTo(12)) {
            case 0 -> enrol();
            case 1 ->
                    new PlanPhase(
                            dice.fund(),
                            dice.voucher(),
                            project(dice),
                            dice.amount(9000),
                            dice.planned(9000));
            case 2 ->
                    new RecordReview(
                            dice.fund(),
                            dice.voucher(),
                            project(dice),
                            dice.pick(Review.values()),
                            dice.chance(80),
                            "papers");
            case 3 -> new IssuePlan(dice.fund(), dice.voucher());
            case 4, 5 -> propose();
            case 6, 7, 8, 9 ->
                    new AgreeAdjustment(
                            dice.fund(), dice.voucher(), adjustment(), dice.pick(Party.values()));
            default ->
                    dice.chance(20)
                            ? new DropAdjustment(
                                    dice.fund(), dice.voucher(), adjustment(), "no longer wanted")
                            : new ApproveAdjustment(dice.fund(), dice.voucher(), adjustment());
        };
    }

    private PlanCommand enrol() {
        return new EnrolProject(
                dice.fund(),
                dice.voucher(),
                dice.pick(PROJECTS),
                new ProjectProfile(
                        "Late works",
                        "民生",
                        "阿瓦提",
                        dice.pick(Channel.values()),
                        Kind.NEW,
                        Delivery.CHEQUE,
                        dice.chance(50),
                        true,
                        true,
                        false),
                dice.planned(9000),
                dice.reported(9000));
    }

    private PlanCommand propose() {
        List<PlanChange> changes = new ArrayList<>();
        for (int i = 0; i <= dice.upTo(3); i++) {
            changes.add(new PlanChange(project(dice), change(), change()));
        }
        return new ProposeAdjustment(
                dice.fund(),
                dice.voucher(),
                adjustment(),
                dice.pick(AdjustmentKind.values()),
                changes,
                "prices rose");
    }

    private Money change() {
        return dice.signed(-4000, 8000);
    }

    private AdjustmentId adjustment() {
        return new AdjustmentId("A-" + dice.upTo(4));
    }
}
