package org.aidledger.projections.tally;

/**
 * By how much an event changes a measure of a subject, or what it states about it.
 *
 * @param amount in minor units; 0 where only counting matters
 * @param statement what is stated; empty if nothing is
 */
public record Fact(Subject subject, Measure measure, long amount, String statement) {

    /** A change of a sum. */
    public static Fact sum(Subject subject, Measure measure, long amount) {
        return new Fact(subject, measure, amount, "");
    }

    /** That something happened. */
    public static Fact mark(Subject subject, Measure measure) {
        return new Fact(subject, measure, 0, "");
    }

    /** A statement; the latest by effective date, then by order of recording, counts. */
    public static Fact statement(Subject subject, Measure measure, String statement) {
        return new Fact(subject, measure, 0, statement);
    }
}
