package org.aidledger.api.command;

import java.util.List;
import java.util.Optional;

/**
 * What the ledger answers to an accepted command.
 *
 * @param fund the fund it was for, if it was for one
 * @param finding the finding it was for, if it was for one
 * @param position position of its last event in the ledger; reads with {@code atLeast} set to it
 *     include the posting
 * @param eventIds its events, in order
 * @param repeated whether the same request had been accepted before and nothing was appended
 * @param visible whether reads include it by now
 * @param breaches rules that it broke in a fund that only observes, noted beside it
 */
public record Receipt(
        Optional<String> fund,
        Optional<String> finding,
        String postingId,
        long position,
        List<String> eventIds,
        boolean repeated,
        boolean visible,
        List<Breach> breaches) {

    /**
     * A broken rule.
     *
     * @param code permanent code of the rule
     * @param subject the project it concerns, or the fund
     */
    public record Breach(String code, String subject, String message) {}

    public Receipt {
        eventIds = List.copyOf(eventIds);
        breaches = List.copyOf(breaches);
    }
}
