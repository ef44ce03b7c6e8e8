package org.aidledger.eventstore.append;

/**
 * What a commit found when it moved the head.
 *
 * @param base the last position before it
 * @param floorMicros the earliest instant that its events may bear, in microseconds since 1970:
 *     just after all that was recorded before, so that what was known at an instant that was
 *     recorded never grows
 */
record Written(long base, long floorMicros) {}
