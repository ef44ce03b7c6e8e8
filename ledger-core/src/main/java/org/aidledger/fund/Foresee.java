package org.aidledger.fund;

/**
 * The question what a command would lead to if it were sent now. The fund answers the events, or
 * refuses as it would refuse the command; nothing is appended.
 *
 * @param command as it would be sent
 */
public record Foresee(FundCommand command) {}
