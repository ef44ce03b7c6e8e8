package org.aidledger.api.fund;

import java.time.Instant;
import java.time.LocalDate;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;

/**
 * What every view of a fund begins with.
 *
 * @param asOf last business date that counts
 * @param knownAt last recorded instant that counts
 * @param currency of all amounts in the view
 */
public record Head(FundId fund, LocalDate asOf, Instant knownAt, String currency) {

    /** The head of a view made from figures. */
    public static Head of(FundFigures figures) {
        AsOf at = figures.asOf();
        return new Head(
                figures.fund(), at.effective(), at.known(), figures.denomination().currency());
    }
}
