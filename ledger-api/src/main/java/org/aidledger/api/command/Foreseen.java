package org.aidledger.api.command;

import java.util.List;
import java.util.Optional;
import org.aidledger.fund.FundEvent;
import org.aidledger.rejection.Rejection;

/**
 * What a command would lead to.
 *
 * @param events that it would leave; none if it was taken before or would be refused
 * @param refusal why it would be refused
 */
public record Foreseen(List<FundEvent> events, Optional<Rejection> refusal) {

    public Foreseen {
        events = List.copyOf(events);
    }
}
