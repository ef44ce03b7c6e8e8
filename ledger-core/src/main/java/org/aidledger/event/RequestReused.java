package org.aidledger.event;

import java.util.List;
import org.aidledger.rejection.Rejection;

/**
 * A posting id names one request for ever, so that sending it again is safe.
 *
 * @param fields the components in which the two requests differ
 */
public record RequestReused(PostingId postingId, List<String> fields) implements Rejection {

    @Override
    public String code() {
        return "POSTING_ID_REUSED";
    }

    @Override
    public String message() {
        return "Posting id %s was used before with other content; it differs in: %s."
                .formatted(postingId, String.join(", ", fields));
    }
}
