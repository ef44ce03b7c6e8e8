package org.aidledger.fund;

import java.util.List;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingCommand.AssignRectification;
import org.aidledger.finding.FindingCommand.CloseFinding;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingCommand.ReopenFinding;
import org.aidledger.finding.FindingCommand.SubmitEvidence;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;

/** Random commands about a handful of findings of one fund. */
final class RandomFindings {

    private final Dice dice;

    RandomFindings(Dice dice) {
        this.dice = dice;
    }

    FindingCommand next() {
        FindingId id = new FindingId(dice.fund() + "-finding-" + dice.upTo(2));
        return switch (dice.upTo(5)) {
            case 0 ->
                    new RaiseFinding(
                            id,
                            voucher(),
                            dice.fund(),
                            dice.pick(List.of("", "P-1", "P-2")),
                            dice.pick(FindingType.values()),
                            dice.planned(5000),
                            "found on a visit",
                            "audit of " + dice.upTo(5));
            case 1 ->
                    new AssignRectification(
                            id,
                            voucher(),
                            "pay back",
                            dice.pick(List.of("王芳 财务", "PO")),
                            "office",
                            dice.date().plusDays(30));
            case 2 -> new SubmitEvidence(id, voucher(), "bank slip");
            case 3 -> new CloseFinding(id, voucher(), "done");
            default -> new ReopenFinding(id, voucher(), "not done");
        };
    }

    /** Findings go on in order of date, so mostly today. */
    private Voucher voucher() {
        return dice.chance(90) ? dice.voucher(dice.today()) : dice.voucher();
    }
}
