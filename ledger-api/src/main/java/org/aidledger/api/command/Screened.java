package org.aidledger.api.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.aidledger.event.Outcome;
import org.aidledger.event.Outcome.Refused;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.fund.PostBatch.BatchMode;
import org.aidledger.fund.RequestRefused.BatchRefused;
import org.aidledger.rejection.Rejection;

/** A batch of which some lines are refused before it is sent. */
final class Screened {

    private Screened() {}

    /**
     * Sends what may be sent of a batch.
     *
     * @param refusals why a line may not be sent, for each line
     */
    static List<Outcome> send(
            CommandSink sink,
            PostBatch batch,
            List<? extends Optional<? extends Rejection>> refusals) {
        if (refusals.stream().allMatch(Optional::isEmpty)) {
            return sink.send(batch);
        }
        return switch (batch.mode()) {
            case ATOMIC -> refused(refusals);
            case EACH -> others(sink, batch, refusals);
        };
    }

    /** All for the first that may not be sent. */
    private static List<Outcome> refused(List<? extends Optional<? extends Rejection>> refusals) {
        int line = 0;
        while (refusals.get(line).isEmpty()) {
            line++;
        }
        Rejection first = refusals.get(line).orElseThrow();
        return Collections.nCopies(refusals.size(), new Refused(new BatchRefused(line + 1, first)));
    }

    private static List<Outcome> others(
            CommandSink sink,
            PostBatch batch,
            List<? extends Optional<? extends Rejection>> refusals) {
        List<FundCommand> others = new ArrayList<>();
        for (int i = 0; i < refusals.size(); i++) {
            if (refusals.get(i).isEmpty()) {
                others.add(batch.lines().get(i));
            }
        }
        Iterator<Outcome> sent =
                others.isEmpty()
                        ? Collections.emptyIterator()
                        : sink.send(new PostBatch(batch.fund(), BatchMode.EACH, others)).iterator();
        return refusals.stream()
                .map(refusal -> refusal.<Outcome>map(Refused::new).orElseGet(sent::next))
                .toList();
    }
}
