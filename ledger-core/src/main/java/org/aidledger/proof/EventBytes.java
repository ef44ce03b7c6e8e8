package org.aidledger.proof;

import java.util.List;

/** The events exactly as they are stored. */
public interface EventBytes {

    /** Events after a position, in order. */
    List<StoredEvent> bytesAfter(long position, int limit);

    /** Events of a stream from a sequence on, in order. */
    List<StoredEvent> bytesOfStream(String stream, long fromSequence, int limit);
}
