package org.aidledger.api.approval;

import java.time.Duration;
import org.aidledger.api.access.LedgerGuard;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.payee.PayeeNames;
import org.aidledger.event.EventLog;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.balance.Balances;
import org.aidledger.projections.status.Present;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts approvals together. */
@Configuration(proxyBeanMethods = false)
class ApprovalWiring {

    private static final Duration LOOKING_AGAIN = Duration.ofSeconds(5);

    @Bean
    ApprovalStreams approvalStreams(EventLog log) {
        return new ApprovalStreams(log);
    }

    /** It sends what two people stand behind; neither of them is there. */
    @Bean
    ApprovalRunner approvalRunner(CommandGateway gateway, ApprovalStreams streams) {
        return new ApprovalRunner(CommandSink.direct(gateway), streams);
    }

    @Bean
    ApprovalWatch approvalWatch(ApprovalRegister register, ApprovalRunner runner) {
        return new ApprovalWatch(register, runner, LOOKING_AGAIN);
    }

    @Bean
    ApprovalRequests approvalRequests(
            CommandSink sink, ApprovalStreams streams, CommandRequests requests) {
        return new ApprovalRequests(sink, streams, requests);
    }

    @Bean
    Waiting waiting(ApprovalRegister register, LedgerGuard guard, Present present) {
        return new Waiting(register, guard, present);
    }

    @Bean
    ApprovalDesk approvalDesk(
            CommandRequests requests,
            CommandBinding binding,
            CommandSink sink,
            ApprovalStreams streams,
            ApprovalRunner runner,
            ApprovalRegister register,
            Receipts receipts,
            Balances balances,
            EventLog log,
            PayeeNames names,
            Present present) {
        return new ApprovalDesk(
                requests, binding, sink, streams, runner, register, receipts, balances, log, names,
                present);
    }
}
