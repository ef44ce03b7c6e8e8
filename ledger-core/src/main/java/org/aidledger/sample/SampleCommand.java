package org.aidledger.sample;

import org.aidledger.event.AsOf;
import org.aidledger.event.Becomes;
import org.aidledger.event.Texts;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Portion;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a sample. */
public sealed interface SampleCommand {

    SampleId sample();

    /** The sample's stream, apart from those of funds. */
    @TargetAggregateIdentifier
    default String stream() {
        return SampleEvent.stream(sample());
    }

    Voucher voucher();

    /**
     * Keeps what was drawn, before anybody looks at it.
     *
     * @param at the point in time of the population
     * @param seed what the draw follows from, beside population and design
     */
    @Becomes(SampleEvent.SampleDrawn.class)
    record DrawSample(
            SampleId sample,
            Voucher voucher,
            FundId fund,
            AsOf at,
            PopulationKind population,
            Design design,
            String seed,
            Drawn drawn)
            implements SampleCommand {
        public DrawSample {
            seed = Texts.required("seed", seed, 100);
            if (!drawn.algorithm().equals(design.algorithm())) {
                throw new IllegalArgumentException("drawn by another rule than " + design);
            }
        }
    }

    /** What an auditor does with a sample that is drawn. */
    sealed interface Examination extends SampleCommand {}

    /**
     * Says what was found in an item; said again, the last word counts.
     *
     * @param position of the posting
     * @param misstated how much of an exception's amount is wrong; means nothing for other marks
     * @param finding id of the finding that an exception became, empty if none
     */
    @Becomes(SampleEvent.ItemTicked.class)
    record TickItem(
            SampleId sample,
            Voucher voucher,
            long position,
            Mark mark,
            Portion misstated,
            String remark,
            String finding)
            implements Examination {
        public TickItem {
            remark = Texts.optional("remark", remark, 2000);
            finding = Texts.optional("finding", finding, 100);
        }
    }

    /** Writes a note to an item. */
    @Becomes(SampleEvent.ItemNoted.class)
    record NoteItem(SampleId sample, Voucher voucher, long position, String remark)
            implements Examination {
        public NoteItem {
            remark = Texts.required("remark", remark, 2000);
        }
    }

    /** Ends the work on a sample: every item was looked at. */
    @Becomes(SampleEvent.SampleClosed.class)
    record CloseSample(SampleId sample, Voucher voucher, String conclusion) implements Examination {
        public CloseSample {
            conclusion = Texts.required("conclusion", conclusion, 2000);
        }
    }
}
