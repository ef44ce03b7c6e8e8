package org.aidledger.projections.reading;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a replica stands.
 *
 * @param position position of the last event in its read tables; -1 for none, or where it cannot be
 *     asked
 * @param lag events that the primary's read tables hold and its do not; nothing where one of the
 *     two cannot be asked
 * @param seconds how old its figures are: zero without lag, else since it heard last
 * @param trouble why the primary answers for it
 */
public record ReplicaStatus(
        long position, OptionalLong lag, double seconds, Optional<String> trouble) {

    static ReplicaStatus away(String trouble) {
        return new ReplicaStatus(-1, OptionalLong.empty(), Double.NaN, Optional.of(trouble));
    }
}
