package org.aidledger.eventstore.append;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** What a failed commit means for the appends in it. */
public enum Trouble {
    /** The connection broke: the commit may have happened. */
    LOST,
    /** Something was stored in the same place of a stream before: the commit did not happen. */
    COLLISION,
    /** The database could not do it now: the commit did not happen. */
    PASSING,
    /** The database will not do it: the commit did not happen. */
    REFUSED;

    private static final String UNIQUE_VIOLATION = "23505";

    /** Connection (08), end of the session (57P), of idle or long transactions (25P03, 25P04). */
    private static final String[] LOST_STATES = {"08", "57P", "25P03", "25P04"};

    /** Resources (53), cancelled (57014), lock not available (55P03), serialisation (40). */
    private static final String[] PASSING_STATES = {"53", "57014", "55P03", "40"};

    /**
     * @param open whether the connection still stands
     */
    static Trouble of(SQLException e, boolean open) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        if (!open || state.isEmpty() || Stream.of(LOST_STATES).anyMatch(state::startsWith)) {
            return LOST;
        }
        if (state.equals(UNIQUE_VIOLATION)) {
            return COLLISION;
        }
        return Stream.of(PASSING_STATES).anyMatch(state::startsWith) ? PASSING : REFUSED;
    }
}
