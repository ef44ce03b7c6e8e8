package org.aidledger.sample;

import org.aidledger.money.Money;
import org.aidledger.rejection.Rejection;

/** Why a sample refused a command. */
public sealed interface SampleRejection extends Rejection {

    record SampleUnknown(SampleId sample) implements SampleRejection {
        @Override
        public String code() {
            return "SAMPLE_UNKNOWN";
        }

        @Override
        public String message() {
            return "There is no sample " + sample + "; draw it first.";
        }
    }

    record SampleExists(SampleId sample) implements SampleRejection {
        @Override
        public String code() {
            return "SAMPLE_EXISTS";
        }

        @Override
        public String message() {
            return "Sample " + sample + " was drawn already; choose another id.";
        }
    }

    record SampleIsClosed(SampleId sample) implements SampleRejection {
        @Override
        public String code() {
            return "SAMPLE_CLOSED";
        }

        @Override
        public String message() {
            return "Sample " + sample + " is closed; draw another one.";
        }
    }

    record ItemNotDrawn(SampleId sample, long position) implements SampleRejection {
        @Override
        public String code() {
            return "ITEM_NOT_DRAWN";
        }

        @Override
        public String message() {
            return "The posting at position %s is not in sample %s.".formatted(position, sample);
        }
    }

    /**
     * @param amount of the posting, the most that can be wrong with it
     */
    record MisstatementExceeded(SampleId sample, Money misstated, Money amount)
            implements SampleRejection {
        @Override
        public String code() {
            return "MISSTATEMENT_EXCEEDED";
        }

        @Override
        public String message() {
            return "Of a posting over %s more than nothing and at most all of it can be wrong, not %s."
                    .formatted(amount, misstated);
        }
    }

    /**
     * @param left how many items were not looked at
     * @param first the position of the first of them
     */
    record ItemsLeft(SampleId sample, int left, long first) implements SampleRejection {
        @Override
        public String code() {
            return "ITEMS_LEFT";
        }

        @Override
        public String message() {
            return "%s items of sample %s have no mark yet, the first at position %s."
                    .formatted(left, sample, first);
        }
    }
}
