package org.aidledger.eventstore.command;

import org.aidledger.approval.ApprovalCommand;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.Foresee;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.PostBatch;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.sample.SampleCommand;
import org.aidledger.snapshot.SnapshotCommand;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * The stream that a command is for, as its annotation says. Axon's own resolver searches all
 * annotations of the class for each command anew, which takes longer than most decisions.
 */
public final class CommandStreams implements CommandTargetResolver {

    private static final @Nullable Long ANY_VERSION = null;

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return new VersionedAggregateIdentifier(stream(command.getPayload()), ANY_VERSION);
    }

    private static Object stream(Object command) {
        return switch (command) {
            case FundCommand c -> c.fund().value();
            case PostBatch c -> c.fund().value();
            case Foresee c -> c.command().fund().value();
            case FindingCommand c -> c.stream();
            case ApprovalCommand c -> c.stream();
            case PayeeCommand c -> c.stream();
            case SnapshotCommand c -> c.stream();
            case SampleCommand c -> c.stream();
            default -> throw new IllegalArgumentException("no command of the ledger: " + command);
        };
    }
}
