package org.aidledger.sample;

import org.aidledger.event.AsOf;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.fund.Portion;

/** What happened to a sample. */
public sealed interface SampleEvent extends LedgerEvent {

    SampleId sample();

    /** The fund whose postings are looked at. */
    FundId fund();

    @Override
    default String stream() {
        return stream(sample());
    }

    /** The stream of a sample. */
    static String stream(SampleId sample) {
        return "sample:" + sample;
    }

    @StoredAs("sample.drawn")
    record SampleDrawn(
            SampleId sample,
            Voucher voucher,
            FundId fund,
            AsOf at,
            PopulationKind population,
            Design design,
            String seed,
            Drawn drawn)
            implements SampleEvent {}

    @StoredAs("sample.item-ticked")
    record ItemTicked(
            SampleId sample,
            Voucher voucher,
            FundId fund,
            long position,
            Mark mark,
            Portion misstated,
            String remark,
            String finding)
            implements SampleEvent {}

    @StoredAs("sample.item-noted")
    record ItemNoted(SampleId sample, Voucher voucher, FundId fund, long position, String remark)
            implements SampleEvent {}

    @StoredAs("sample.closed")
    record SampleClosed(
            SampleId sample, Voucher voucher, FundId fund, String conclusion, Result result)
            implements SampleEvent {}
}
