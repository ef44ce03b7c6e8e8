package org.aidledger.fund;

import org.aidledger.event.LedgerEvent;

/**
 * What happened to a fund: its stream read in order is its audit file. An event repeats every
 * component of the command behind it under the same name, so that a repeated request can be
 * recognised from the stream alone.
 */
public sealed interface FundEvent extends LedgerEvent
        permits GovernanceEvent, PlanEvent, MoneyEvent, WorksEvent {

    FundId fund();

    @Override
    default String stream() {
        return fund().value();
    }
}
