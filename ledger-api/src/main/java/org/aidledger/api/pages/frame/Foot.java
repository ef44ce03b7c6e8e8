package org.aidledger.api.pages.frame;

import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.fund.FundId;
import org.aidledger.projections.life.Lives;
import org.aidledger.projections.life.Lives.Hindsight;
import org.aidledger.proof.LogStatus;
import org.aidledger.proof.TransparencyLog;
import org.springframework.stereotype.Component;

/** Says at the foot of a page what became known since, and what proves what it shows. */
@Component
public class Foot {

    private final Lives lives;
    private final TransparencyLog log;

    Foot(Lives lives, TransparencyLog log) {
        this.lives = lives;
        this.log = log;
    }

    /**
     * The foot of a page about a fund.
     *
     * @param learned what became known since, in words; empty where the page shows what is known
     *     now
     * @param compare the page of what lies between
     * @param proof up to which event and by which checkpoint, in words
     * @param event the page of that event; empty where there is none
     */
    public record Lines(String learned, String compare, String proof, String event) {}

    public Lines of(Visit visit, FundId fund) {
        Say say = visit.say();
        Hindsight hindsight = lives.hindsight(fund, visit.at());
        String learned =
                visit.moment().isNow()
                        ? ""
                        : hindsight.learnedSince() == 0
                                ? say.word("foot.learned.none", say.day(visit.at().effective()))
                                : say.word(
                                        "foot.learned",
                                        say.count(hindsight.learnedSince()),
                                        say.day(visit.at().effective()));
        long position = hindsight.lastPosition();
        return new Lines(
                learned,
                visit.to("funds", fund.value(), "changes").toString(),
                position < 0 ? "" : proof(visit, position),
                position < 0
                        ? ""
                        : visit.to("funds", fund.value(), "events", Long.toString(position))
                                .toString());
    }

    private String proof(Visit visit, long position) {
        Say say = visit.say();
        if (!visit.may(Right.PROOFS)) {
            return say.word("foot.event", say.count(position));
        }
        LogStatus status = log.status();
        if (status.alarm().isPresent()) {
            return say.word("foot.alarm", status.alarm().get());
        }
        Optional<LogStatus.LastCheckpoint> last = status.last();
        return last.filter(c -> c.size() > position)
                .map(c ->
                        say.word(
                                "foot.proof",
                                say.count(position),
                                say.count(c.size()),
                                say.instant(c.made())))
                .orElseGet(() -> say.word("foot.unsigned", say.count(position)));
    }
}
