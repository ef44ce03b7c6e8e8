package org.aidledger.projections.budget;

import java.math.BigDecimal;

/**
 * What a report of progress states.
 *
 * @param percent physical progress
 * @param workValue value of work completed, in minor units
 */
record Report(BigDecimal percent, long workValue) {

    static Report parse(String text) {
        int space = text.indexOf(' ');
        return new Report(
                new BigDecimal(text.substring(0, space)),
                Long.parseLong(text.substring(space + 1)));
    }

    String text() {
        return percent + " " + workValue;
    }
}
