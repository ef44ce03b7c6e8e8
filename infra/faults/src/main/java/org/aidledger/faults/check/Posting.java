package org.aidledger.faults.check;

import java.util.Optional;
import org.aidledger.faults.check.Verdict.Accepted;

/** One posting as its client knows it: how often it was asked for, and what was answered. */
final class Posting {

    /** What has to be true of the ledger. */
    enum State {
        /** It is there, exactly once. */
        ACKNOWLEDGED,
        /** It may be there, once. */
        OPEN,
        /** It is not there. */
        REFUSED
    }

    private final Wanted wanted;
    private int unanswered;
    private Optional<Accepted> accepted = Optional.empty();
    private Optional<Accepted> placed = Optional.empty();
    private boolean takenAnew;

    Posting(Wanted wanted) {
        this.wanted = wanted;
    }

    Wanted wanted() {
        return wanted;
    }

    synchronized void asked() {
        unanswered++;
    }

    /** Answers what is wrong with it, if an answer contradicts an earlier one. */
    synchronized Optional<Flaw> answered(Verdict verdict) {
        return switch (verdict) {
            case Accepted a -> accept(a);
            case Verdict.Refused _, Verdict.PutOff _ -> {
                unanswered--;
                yield Optional.empty();
            }
            case Verdict.Unknown _ -> Optional.empty(); // it stays unanswered
        };
    }

    private Optional<Flaw> accept(Accepted answer) {
        unanswered--;
        accepted = Optional.of(answer);
        if (!answer.repeated() && takenAnew) {
            return Optional.of(
                    new Flaw(Flaw.Kind.DOUBLED, wanted.key() + " was taken anew a second time"));
        }
        takenAnew |= !answer.repeated();
        if (answer.position().isEmpty()) {
            return Optional.empty();
        }
        if (placed.isPresent()
                && !(placed.get().position().equals(answer.position())
                        && placed.get().eventIds().equals(answer.eventIds()))) {
            return Optional.of(
                    new Flaw(
                            Flaw.Kind.ALTERED,
                            "%s was acknowledged as %s, and later as %s"
                                    .formatted(wanted.key(), placed.get(), answer)));
        }
        placed = Optional.of(answer);
        return Optional.empty();
    }

    synchronized State state() {
        if (accepted.isPresent()) {
            return State.ACKNOWLEDGED;
        }
        return unanswered > 0 ? State.OPEN : State.REFUSED;
    }

    /** The answer that said where it stands. */
    synchronized Optional<Accepted> placed() {
        return placed;
    }
}
