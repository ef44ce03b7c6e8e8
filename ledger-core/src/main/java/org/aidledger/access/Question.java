package org.aidledger.access;

import java.util.Optional;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;

/**
 * What is asked of the read side.
 *
 * @param right that it takes, one of those that are for asking
 * @param about the fund asked about; empty for all that the caller may see
 * @param asOf the point in time asked about; empty for whatever there is
 */
public record Question(Right right, Optional<FundId> about, Optional<AsOf> asOf) {

    public Question {
        if (!right.isAsked()) {
            throw new IllegalArgumentException("nothing is asked under the right " + right);
        }
    }

    /** About one fund at a point in time. */
    public static Question of(Right right, FundId fund, AsOf asOf) {
        return new Question(right, Optional.of(fund), Optional.of(asOf));
    }

    /** About one fund, whatever there is. */
    public static Question of(Right right, FundId fund) {
        return new Question(right, Optional.of(fund), Optional.empty());
    }

    /** About all funds at a point in time. */
    public static Question ofAll(Right right, AsOf asOf) {
        return new Question(right, Optional.empty(), Optional.of(asOf));
    }
}
