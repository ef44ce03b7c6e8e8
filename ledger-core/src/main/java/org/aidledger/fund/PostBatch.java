package org.aidledger.fund;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Many commands for one fund, in order, appended together.
 *
 * @param mode all or nothing, or each on its own
 * @param lines the commands, all for this fund, at least one
 */
public record PostBatch(
        @TargetAggregateIdentifier FundId fund, BatchMode mode, List<FundCommand> lines) {

    /** What a refused line means for the others. */
    public enum BatchMode {
        ATOMIC,
        EACH
    }

    public PostBatch {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a batch must hold at least one line");
        }
        lines.stream()
                .filter(line -> !line.fund().equals(fund))
                .findFirst()
                .ifPresent(line -> {
                    throw new IllegalArgumentException(
                            "every line must be for fund %s, not %s".formatted(fund, line.fund()));
                });
    }
}
