package org.aidledger.eventstore.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What is stored in the places of streams that some events are for. */
public final class Places {

    /** Waits until a commit that another session has begun is over, and lets none begin. */
    private static final String LOCK = "select position from ledger.head for update";

    private static final String FIND =
            """
            select wanted.number, event.position, event.id = wanted.id
            from unnest(?::text[], ?::bigint[], ?::uuid[])
                     with ordinality as wanted(stream, sequence, id, number)
            join ledger.events event
              on event.stream = wanted.stream and event.sequence = wanted.sequence
            """;

    private record Place(String stream, long sequence) {

        static Place of(NewEvent event) {
            return new Place(event.stream(), event.sequence());
        }
    }

    private record Found(long position, boolean ours) {}

    private final Map<Place, Found> found = new HashMap<>();
    private final Set<Place> claimed = new HashSet<>();

    private Places() {}

    /** Looks while nobody commits anything. */
    static Places ofAfter(Connection connection, List<NewEvent> events) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.execute();
            Places places = of(connection, events);
            connection.commit();
            return places;
        } finally {
            if (!connection.isClosed()) {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Looks on a connection that commits by itself. */
    static Places of(Connection connection, List<NewEvent> events) throws SQLException {
        Places places = new Places();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            Object[] streams = events.stream().map(NewEvent::stream).toArray();
            Object[] sequences = events.stream().map(NewEvent::sequence).toArray();
            Object[] ids = events.stream().map(NewEvent::id).toArray();
            find.setArray(1, connection.createArrayOf("text", streams));
            find.setArray(2, connection.createArrayOf("int8", sequences));
            find.setArray(3, connection.createArrayOf("uuid", ids));
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    NewEvent event = events.get(row.getInt(1) - 1);
                    places.found.put(Place.of(event), new Found(row.getLong(2), row.getBoolean(3)));
                }
            }
        }
        return places;
    }

    /** Whether something is stored in any of them. */
    public boolean isAnyTaken() {
        return !found.isEmpty();
    }

    /** The position at which an append is stored already. */
    OptionalLong positionOf(Append append) {
        List<Found> its = find(append);
        return its.size() == append.events().size() && its.stream().allMatch(Found::ours)
                ? OptionalLong.of(its.getFirst().position())
                : OptionalLong.empty();
    }

    /**
     * Takes the places of an append, unless other events are stored there or an append that came
     * before it here wants them.
     */
    boolean claim(Append append) {
        if (find(append).stream().anyMatch(there -> !there.ours())) {
            return false;
        }
        List<Place> places = append.events().stream().map(Place::of).toList();
        return Collections.disjoint(claimed, places) && claimed.addAll(places);
    }

    private List<Found> find(Append append) {
        return append.events().stream()
                .map(Place::of)
                .filter(found::containsKey)
                .map(found::get)
                .toList();
    }
}
