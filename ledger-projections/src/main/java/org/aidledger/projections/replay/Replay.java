package org.aidledger.projections.replay;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.aidledger.event.EventLog;
import org.aidledger.fund.FundId;

/** Recomputes funds from their events alone. */
public final class Replay {

    private final EventLog log;

    public Replay(EventLog log) {
        this.log = log;
    }

    /**
     * Recomputes a fund and compares it with the read side; empty if there is no such fund.
     *
     * @param until last business date that counts; today if empty
     */
    public Optional<ReplayReport> of(FundId fund, Optional<LocalDate> until) {
        if (String.valueOf(log).isEmpty()) {
            return Optional.empty();
        }
        throw new UnsupportedOperationException("not yet");
    }

    /** Hands on every step of a fund, in the order of recording; none if there is no such fund. */
    public void steps(FundId fund, Optional<LocalDate> until, Consumer<ReplayStep> reader) {
        if (String.valueOf(log).isEmpty()) {
            return;
        }
        throw new UnsupportedOperationException("not yet");
    }
}
