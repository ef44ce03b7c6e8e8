package org.aidledger.api.command;

import java.util.List;
import org.aidledger.approval.ApprovalCommand;
import org.aidledger.event.Outcome;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Where commands go. A refusal is an answer ({@link Outcome.Refused}), never an exception; an
 * accepted command is stored durably when the call returns.
 */
public interface CommandSink {

    /** The way to the ledger itself, past whatever watches over the commands of people. */
    static CommandSink direct(CommandGateway gateway) {
        return new GatewaySink(gateway);
    }

    /**
     * Sends one command to its fund.
     *
     * @throws LedgerBusy if it could not be stored now; the same request may be sent again
     * @throws OutcomeUnknown if nobody can say yet; the same request sent again will tell
     */
    Outcome send(FundCommand command);

    /**
     * Sends one command to its finding.
     *
     * @throws LedgerBusy if it could not be stored now; the same request may be sent again
     * @throws OutcomeUnknown if nobody can say yet; the same request sent again will tell
     */
    Outcome send(FindingCommand command);

    /**
     * Sends one command to the request for approval that it is about.
     *
     * @throws LedgerBusy if it could not be stored now; the same request may be sent again
     * @throws OutcomeUnknown if nobody can say yet; the same request sent again will tell
     */
    Outcome send(ApprovalCommand command);

    /**
     * Sends one command about a payee.
     *
     * @throws LedgerBusy if it could not be stored now; the same request may be sent again
     * @throws OutcomeUnknown if nobody can say yet; the same request sent again will tell
     */
    Outcome send(PayeeCommand command);

    /**
     * Sends one command to its snapshot.
     *
     * @throws LedgerBusy if it could not be stored now; the same request may be sent again
     * @throws OutcomeUnknown if nobody can say yet; the same request sent again will tell
     */
    Outcome send(SnapshotCommand command);

    /**
     * Sends one command to its sample.
     *
     * @throws LedgerBusy if it could not be stored now; the same request may be sent again
     * @throws OutcomeUnknown if nobody can say yet; the same request sent again will tell
     */
    Outcome send(SampleCommand command);

    /**
     * What a command would lead to if it were sent now. Nothing is stored.
     *
     * @throws LedgerBusy if the fund could not be asked now
     */
    Foreseen foresee(FundCommand command);

    /**
     * Sends a batch to its fund: one outcome for each line, in order. A refused atomic batch
     * answers its {@code BatchRefused} for every line, a batch for a fund that does not exist
     * {@code FundUnknown}.
     *
     * @throws LedgerBusy if it could not be stored now; the same request may be sent again
     * @throws OutcomeUnknown if nobody can say yet; the same request sent again will tell
     */
    List<Outcome> send(PostBatch batch);
}
