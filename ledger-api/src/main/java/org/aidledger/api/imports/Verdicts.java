package org.aidledger.api.imports;

import java.util.List;
import org.aidledger.event.Outcome;
import org.aidledger.event.PostingId;
import org.aidledger.rejection.Rejection;

/** Hears what became of each line of a file, by its row. */
public interface Verdicts {

    /** For whom the report is enough. */
    Verdicts UNHEARD =
            new Verdicts() {
                @Override
                public void read(long row, PostingId request) {}

                @Override
                public void unread(long row, List<ImportReport.Remark> reasons) {}

                @Override
                public void accepted(long row, Outcome.Accepted outcome) {}

                @Override
                public void refused(long row, Rejection rejection) {}
            };

    /** A line is a command; what becomes of it is not known yet. */
    void read(long row, PostingId request);

    /** A line is no command. */
    void unread(long row, List<ImportReport.Remark> reasons);

    /** The ledger has it, now or since before; or would have it, in a rehearsal. */
    void accepted(long row, Outcome.Accepted outcome);

    /** The ledger does not take it. */
    void refused(long row, Rejection rejection);
}
