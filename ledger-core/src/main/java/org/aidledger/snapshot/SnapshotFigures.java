package org.aidledger.snapshot;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.indicator.FundFigures;

/**
 * A snapshot's figures, however they were made: from read tables, or from events alone.
 *
 * @param points one for each of the terms' dates, in order
 */
public record SnapshotFigures(SnapshotTerms terms, List<Point> points) {

    /**
     * The figures at one date.
     *
     * @param funds those that were open by then, in the order of their ids
     */
    public record Point(LocalDate asOf, List<FundFigures> funds) {
        public Point {
            funds = List.copyOf(funds);
        }
    }

    public SnapshotFigures {
        points = List.copyOf(points);
        if (!points.stream().map(Point::asOf).toList().equals(terms.dates())) {
            throw new IllegalArgumentException("these are not the figures of " + terms.dates());
        }
    }

    /** Those at the cut-off date. */
    public List<FundFigures> closing() {
        return points.getLast().funds();
    }

    /** Those before the month or quarter; where there is none, those at the cut-off date. */
    public List<FundFigures> opening() {
        return points.getFirst().funds();
    }

    /** The data as bytes. */
    public byte[] data() {
        return SnapshotData.of(this);
    }

    /** What is frozen and signed. */
    public SnapshotDigest digest() {
        return SnapshotDigest.of(data());
    }
}
