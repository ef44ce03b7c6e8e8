/**
 * The figures of a fund at one point in time and the indicators made of them. A rate is never a
 * bare number: it keeps numerator, denominator and basis. {@link org.aidledger.indicator.FundFold}
 * computes the figures from events alone; the read side gives the same record from its tables, and
 * both share the formulas in {@link org.aidledger.indicator.Indicators}.
 */
@NullMarked
package org.aidledger.indicator;

import org.jspecify.annotations.NullMarked;
