package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.aidledger.event.Voucher;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * What can be asked of a fund. One file for each concern, one record for each command. Where a
 * command is kept as part of an event, the record's own name says which it is; that name is part of
 * the contract already, in URLs and files.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface FundCommand
        permits GovernanceCommand, PlanCommand, MoneyCommand, WorksCommand {

    @TargetAggregateIdentifier
    FundId fund();

    Voucher voucher();
}
