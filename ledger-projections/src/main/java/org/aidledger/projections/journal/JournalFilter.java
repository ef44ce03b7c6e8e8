package org.aidledger.projections.journal;

import java.util.Optional;
import org.aidledger.fund.ProjectId;
import org.aidledger.posting.Account;
import org.aidledger.posting.Movement;
import org.aidledger.projections.tally.Measure;

/** Which lines of the journal are wanted; what is empty does not restrict. */
public record JournalFilter(
        Optional<ProjectId> project, Optional<Account> account, Optional<Movement> movement) {

    /** Every line. */
    public static final JournalFilter ALL =
            new JournalFilter(Optional.empty(), Optional.empty(), Optional.empty());

    boolean takes(Measure measure, String ofProject) {
        return takes(measure)
                && project.map(p -> p.value().equals(ofProject)).orElse(true)
                && account.map(a -> project(a).equals(ofProject)).orElse(true);
    }

    private boolean takes(Measure measure) {
        return measure.account().isPresent()
                && account.map(a -> measure.account().equals(Optional.of(a.kind()))).orElse(true)
                && (movement.isEmpty() || measure.movement().equals(movement));
    }

    private static String project(Account account) {
        return account.project().map(ProjectId::value).orElse("");
    }

    /** A bit for each measure whose lines may be taken. */
    long measures() {
        long bits = 0;
        for (Measure measure : Measure.values()) {
            if (takes(measure)) {
                bits |= PackedLines.bit(measure);
            }
        }
        return bits;
    }

    /** The project that all lines taken are of; empty if they may be of any, or of none. */
    String ofProject() {
        return project.map(ProjectId::value)
                .or(() -> account.map(JournalFilter::project))
                .orElse("");
    }
}
