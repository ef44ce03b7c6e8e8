package org.aidledger.api.approval;

import java.util.concurrent.locks.ReentrantLock;
import org.aidledger.api.approval.ApprovalStreams.Seen;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.approval.ApprovalCommand.RecordExecution;
import org.aidledger.approval.ApprovalCommand.RecordFailure;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalState;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.Outcome;
import org.aidledger.event.OutcomeUnknown;

/**
 * Sends approved commands to their funds and notes what came of them. Done again, it does nothing
 * more: the fund knows the command by its posting id.
 */
final class ApprovalRunner {

    private final CommandSink sink;
    private final ApprovalStreams streams;
    private final ReentrantLock one = new ReentrantLock();

    ApprovalRunner(CommandSink sink, ApprovalStreams streams) {
        this.sink = sink;
        this.streams = streams;
    }

    /**
     * Carries out what was approved, unless that is done.
     *
     * @throws LedgerBusy if that is not possible just now
     * @throws OutcomeUnknown if nobody can say yet
     */
    void run(ApprovalId approval) {
        one.lock();
        try {
            ApprovalState state = streams.read(approval).map(Seen::state).orElseThrow();
            if (state.status() == ApprovalStatus.APPROVED) {
                carryOut(approval, state);
            }
        } finally {
            one.unlock();
        }
    }

    private void carryOut(ApprovalId approval, ApprovalState state) {
        // Where another node was quicker in noting the outcome, its note stands.
        var _ =
                switch (sink.send(state.approved().orElseThrow())) {
                    case Outcome.Accepted _ ->
                            sink.send(new RecordExecution(approval, state.concluding("executed")));
                    case Outcome.Refused(var rejection) ->
                            sink.send(
                                    new RecordFailure(
                                            approval,
                                            state.concluding("failed"),
                                            rejection.code(),
                                            rejection.message()));
                };
    }
}
