package org.aidledger.fund;

import org.aidledger.event.Voucher;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a fund. One file for each concern, one record for each command. */
public sealed interface FundCommand
        permits GovernanceCommand, PlanCommand, MoneyCommand, WorksCommand {

    @TargetAggregateIdentifier
    FundId fund();

    Voucher voucher();
}
