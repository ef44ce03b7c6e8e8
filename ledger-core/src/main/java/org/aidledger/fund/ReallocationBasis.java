package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aidledger.event.PostingId;

/** What allows a reallocation: an approved plan adjustment, or a reclaim whose money it uses. */
public sealed interface ReallocationBasis {

    /**
     * @param adjustment an approved adjustment of the plan
     */
    record UnderAdjustment(AdjustmentId adjustment) implements ReallocationBasis {
        @JsonValue
        @Override
        public String toString() {
            return "adjustment:" + adjustment;
        }
    }

    /**
     * @param reclaim the posting that took the money back
     */
    record FromReclaim(PostingId reclaim) implements ReallocationBasis {
        @JsonValue
        @Override
        public String toString() {
            return "reclaim:" + reclaim;
        }
    }

    /**
     * Reads {@code adjustment:ID} or {@code reclaim:POSTING-ID}.
     *
     * @throws IllegalArgumentException if the text has neither form
     */
    @JsonCreator
    static ReallocationBasis parse(String text) {
        if (text.startsWith("adjustment:")) {
            return new UnderAdjustment(new AdjustmentId(text.substring(11)));
        }
        if (text.startsWith("reclaim:")) {
            return new FromReclaim(new PostingId(text.substring(8)));
        }
        throw new IllegalArgumentException(
                "basis must be 'adjustment:ID' or 'reclaim:POSTING-ID', not '" + text + "'");
    }
}
