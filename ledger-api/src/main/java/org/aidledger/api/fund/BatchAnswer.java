package org.aidledger.api.fund;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.command.Receipt;

/**
 * What became of a batch.
 *
 * @param mode {@code atomic} or {@code each}
 * @param accepted lines that were taken now
 * @param repeated lines that had been taken before
 * @param refused lines that were refused
 * @param position position of the last event among the accepted lines
 * @param visible whether reads include all accepted lines by now
 * @param results one for each line, in order
 */
record BatchAnswer(
        String fund,
        String mode,
        long accepted,
        long repeated,
        long refused,
        Optional<Long> position,
        boolean visible,
        List<LineResult> results) {

    /** What became of a line. */
    enum Result {
        ACCEPTED,
        REPEATED,
        REFUSED
    }

    /**
     * One line's result.
     *
     * @param line counted from 1
     * @param position position of its last event, unless it was refused
     * @param problem why it was refused, if it was
     */
    record LineResult(
            int line,
            String postingId,
            Result result,
            Optional<Long> position,
            List<String> eventIds,
            List<Receipt.Breach> breaches,
            Optional<Map<String, Object>> problem) {}
}
