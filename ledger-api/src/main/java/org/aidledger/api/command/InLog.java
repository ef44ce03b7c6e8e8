package org.aidledger.api.command;

import java.util.Optional;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The names under which whatever is logged about a command can be found: its own, its posting id,
 * its fund. They are ids, and nothing that a person wrote about another.
 */
record InLog(String command, Optional<String> postingId, Optional<String> fund) {

    private static final Logger LOG = LoggerFactory.getLogger(InLog.class);

    private static final String COMMAND = "command";
    private static final String POSTING_ID = "postingId";
    private static final String FUND = "fund";

    static InLog of(Class<?> command, Voucher voucher) {
        return new InLog(
                CommandNames.of(command),
                Optional.of(voucher.postingId().value()),
                Optional.empty());
    }

    static InLog of(String command) {
        return new InLog(command, Optional.empty(), Optional.empty());
    }

    InLog ofFund(FundId id) {
        return new InLog(command, postingId, Optional.of(id.value()));
    }

    /** From now on they stand in each line that this thread logs, in place of earlier ones. */
    void put() {
        clear();
        MDC.put(COMMAND, command);
        postingId.ifPresent(id -> MDC.put(POSTING_ID, id));
        fund.ifPresent(id -> MDC.put(FUND, id));
    }

    /** The command is done; one line says so to who wants to hear of each. */
    void remove(String outcome) {
        LOG.debug("{}", outcome);
        clear();
    }

    /** Nothing that is logged from now on is about a command. */
    static void clear() {
        MDC.remove(COMMAND);
        MDC.remove(POSTING_ID);
        MDC.remove(FUND);
    }
}
