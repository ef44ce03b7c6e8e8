package org.aidledger.faults.load;

import java.io.IOException;
import java.util.List;
import org.aidledger.faults.check.Flaws;
import org.aidledger.faults.check.Model;
import org.aidledger.faults.check.Verdict;
import org.aidledger.faults.check.Verdict.Unknown;
import org.aidledger.faults.check.Wanted;
import org.aidledger.faults.world.LedgerHttp;

/** Sends requests, and enters in the model what is asked and what is answered. */
public final class Sender {

    private final LedgerHttp http;
    private final Model model;
    private final Tally tally;
    private final Answers answers;

    public Sender(LedgerHttp http, Model model, Tally tally, Flaws flaws) {
        this.http = http;
        this.model = model;
        this.tally = tally;
        this.answers = new Answers(flaws);
    }

    Model model() {
        return model;
    }

    /** Answers whether the outcome is known. */
    boolean send(Asked asked) throws InterruptedException {
        List<Wanted> wanted = asked.wanted();
        model.asking(wanted);
        if (asked.kind() == Asked.Kind.BATCH_ATOMIC) {
            model.areOne(wanted);
        }
        List<Verdict> verdicts = answer(asked);
        for (int i = 0; i < verdicts.size(); i++) {
            model.answered(wanted.get(i).key(), verdicts.get(i));
            tally.count(asked.kind(), verdicts.get(i));
        }
        return verdicts.stream().allMatch(Sender::isKnown);
    }

    /** Asks without entering what is asked: it must not be taken. Answers whether it was. */
    boolean isTaken(Asked asked) throws InterruptedException {
        List<Verdict> verdicts = answer(asked);
        verdicts.forEach(verdict -> tally.count(asked.kind(), verdict));
        return verdicts.stream().anyMatch(Verdict.Accepted.class::isInstance);
    }

    private List<Verdict> answer(Asked asked) throws InterruptedException {
        tally.request();
        try {
            return answers.read(asked, http.post(asked.path(), asked.type(), asked.body()));
        } catch (IOException e) {
            return Answers.all(asked, new Unknown(e.toString()));
        }
    }

    private static boolean isKnown(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted _, Verdict.Refused _ -> true;
            case Verdict.PutOff _, Unknown _ -> false;
        };
    }

    /** Posts one draft; answers whether it was taken. */
    public boolean post(Draft draft) throws InterruptedException {
        return send(Asked.one(Asked.Kind.POST, draft, true))
                && model.isAcknowledged(draft.wanted().key());
    }
}
