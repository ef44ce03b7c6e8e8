package org.aidledger.projections.samples;

import java.util.List;
import org.aidledger.projections.table.ReadTable;
import org.aidledger.projections.writing.Imprint;
import org.aidledger.projections.writing.Projection;
import org.aidledger.sample.SampleEvent;

/**
 * Writes where each sample's events are. What they say is read from them; they are not in the
 * trail, which those whose postings are drawn may read.
 */
public final class SampleProjection implements Projection {

    private static final ReadTable SAMPLE =
            ReadTable.of(
                    "sample",
                    List.of("sample", "position", "line"),
                    "position bigint",
                    "line int",
                    "fund text",
                    "effective date",
                    "recorded timestamptz",
                    "sample text",
                    "drawn boolean");

    @Override
    public List<ReadTable> tables() {
        return List.of(SAMPLE);
    }

    @Override
    public void on(SampleEvent event, Imprint imprint) {
        imprint.row(SAMPLE, event.sample(), event instanceof SampleEvent.SampleDrawn);
    }
}
