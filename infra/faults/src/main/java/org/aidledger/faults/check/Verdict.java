package org.aidledger.faults.check;

import java.util.List;
import java.util.OptionalLong;

/** What the ledger said about one posting. */
public sealed interface Verdict {

    /**
     * It is taken, for good.
     *
     * @param position of its event, where the answer says it
     * @param eventIds likewise
     * @param repeated it had been taken before
     */
    record Accepted(OptionalLong position, List<String> eventIds, boolean repeated)
            implements Verdict {

        public Accepted {
            eventIds = List.copyOf(eventIds);
        }

        /** An answer that tells no more than that. */
        public static Accepted briefly() {
            return new Accepted(OptionalLong.empty(), List.of(), true);
        }
    }

    /** It is not taken, and will not be unless it is asked for again. */
    record Refused(String code) implements Verdict {}

    /** It was turned away undecided; nothing was stored. */
    record PutOff(String code) implements Verdict {}

    /** No answer, or one that says that nobody knows. */
    record Unknown(String why) implements Verdict {}
}
