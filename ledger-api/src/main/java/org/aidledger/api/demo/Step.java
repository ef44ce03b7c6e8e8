package org.aidledger.api.demo;

import java.time.Instant;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.FundCommand;

/** One command of the scenario, and the instant at which the ledger learns of it. */
public sealed interface Step {

    Instant recorded();

    /** A command to a fund. */
    record ToFund(Instant recorded, FundCommand command) implements Step {}

    /** A command to a finding. */
    record ToFinding(Instant recorded, FindingCommand command) implements Step {}
}
