package org.aidledger.eventstore.append;

/**
 * What a commit found when it moved the head.
 *
 * @param base the last position before it
 * @param floorMicros the latest recorded instant before it, in microseconds since 1970
 */
record Written(long base, long floorMicros) {}
