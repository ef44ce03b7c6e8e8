package org.aidledger.api.security;

import java.util.List;
import java.util.Optional;
import org.aidledger.access.KeptRead;
import org.aidledger.access.Question;
import org.aidledger.access.ReadFilter;
import org.aidledger.access.Right;
import org.aidledger.api.access.LedgerGuard;
import org.aidledger.api.access.ReadLog;
import org.aidledger.fund.FundId;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.Page;
import org.springframework.stereotype.Component;

/** What auditors and regulators asked, for programs and pages alike. */
@Component
public class ReadDesk {

    private final ReadLog reads;
    private final LedgerGuard guard;

    ReadDesk(ReadLog reads, LedgerGuard guard) {
        this.reads = reads;
        this.guard = guard;
    }

    /** Ends what was asked for where the caller may not see what was asked about a fund. */
    public void require(FundId fund) {
        guard.require(Question.of(Right.READS, fund));
    }

    /**
     * The newest first; those about funds outside the caller's scope are left out.
     *
     * @param wanted which; whoever asks has to have the right to its fund
     */
    public Page<KeptRead> page(ReadFilter wanted, Cursor after, int limit) {
        Optional<Long> before = Optional.of(after.position()).filter(p -> p >= 0);
        List<KeptRead> found = reads.find(wanted, before, limit + 1);
        Page<KeptRead> page = Page.of(found, limit, r -> new Cursor(r.number(), 0));
        return new Page<>(page.items().stream().filter(this::concernsCaller).toList(), page.next());
    }

    private boolean concernsCaller(KeptRead read) {
        return read.fund().map(FundId::new).map(guard::sees).orElse(true);
    }
}
