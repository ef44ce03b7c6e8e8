package org.aidledger.access;

import org.aidledger.fund.FundId;
import org.aidledger.fund.Organisation;

/** A part of a scope. */
public sealed interface Reach {

    /** Whether a fund of an organisation belongs to it. */
    boolean covers(FundId fund, Organisation organisation);

    /** Whether another reaches no further, whatever funds there are or will be. */
    default boolean includes(Reach other) {
        return equals(other)
                || switch (this) {
                    case Everything _ -> true;
                    case Below(Organisation mine) ->
                            other instanceof Below(Organisation theirs) && mine.covers(theirs);
                    case Beginning(FundId mine) ->
                            switch (other) {
                                case One(FundId theirs) -> theirs.value().startsWith(mine.value());
                                case Beginning(FundId theirs) ->
                                        theirs.value().startsWith(mine.value());
                                case Below _, Everything _ -> false;
                            };
                    case One _ -> false;
                };
    }

    /** An organisation's funds and those of all below it. */
    record Below(Organisation organisation) implements Reach {
        @Override
        public boolean covers(FundId fund, Organisation other) {
            return organisation.covers(other);
        }

        @Override
        public String toString() {
            return organisation.path();
        }
    }

    /** One fund. */
    record One(FundId fund) implements Reach {
        @Override
        public boolean covers(FundId other, Organisation organisation) {
            return fund.equals(other);
        }

        @Override
        public String toString() {
            return FUND + fund;
        }
    }

    /** All funds whose id begins like this. */
    record Beginning(FundId prefix) implements Reach {
        @Override
        public boolean covers(FundId fund, Organisation organisation) {
            return fund.value().startsWith(prefix.value());
        }

        @Override
        public String toString() {
            return FUND + prefix + ANY;
        }
    }

    /** All funds there are. */
    record Everything() implements Reach {
        @Override
        public boolean covers(FundId fund, Organisation organisation) {
            return true;
        }

        @Override
        public String toString() {
            return ANY;
        }
    }

    /** What the written form of a fund begins with. */
    String FUND = "fund:";

    /** Stands for whatever follows. */
    String ANY = "*";

    /**
     * Reads the written form: {@code *}, an organisation such as {@code ZJ/QZ}, {@code fund:ID} or
     * {@code fund:PREFIX*}.
     *
     * @throws IllegalArgumentException if it is none of them
     */
    static Reach parse(String text) {
        if (text.equals(ANY)) {
            return new Everything();
        }
        if (!text.startsWith(FUND)) {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("a scope must not be empty; * is everything");
            }
            return new Below(new Organisation(text));
        }
        String fund = text.substring(FUND.length());
        return fund.endsWith(ANY)
                ? new Beginning(new FundId(fund.substring(0, fund.length() - 1)))
                : new One(new FundId(fund));
    }
}
