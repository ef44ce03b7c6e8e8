package org.aidledger.api.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aidledger.approval.ApprovalEvent;
import org.aidledger.approval.ApprovalId;
import org.aidledger.event.EventLog;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Recorded;
import org.aidledger.finding.FindingEvent;
import org.aidledger.finding.FindingId;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.Organisation;
import org.aidledger.sample.SampleEvent;
import org.aidledger.sample.SampleId;
import org.aidledger.snapshot.SnapshotEvent;
import org.aidledger.snapshot.SnapshotId;

/** Which organisation a fund belongs to, and which fund a finding; neither ever changes. */
public final class Belonging {

    private final EventLog log;
    private final Map<FundId, Organisation> funds = new ConcurrentHashMap<>();
    private final Map<FindingId, FundId> findings = new ConcurrentHashMap<>();

    public Belonging(EventLog log) {
        this.log = log;
    }

    /** The fund's organisation; empty if there is no such fund yet. */
    public Optional<Organisation> of(FundId fund) {
        Optional<Organisation> known = Optional.ofNullable(funds.get(fund));
        if (known.isPresent()) {
            return known;
        }
        Optional<Organisation> found =
                first(fund.value())
                        .filter(FundOpened.class::isInstance)
                        .map(e -> ((FundOpened) e).organisation());
        found.ifPresent(o -> funds.put(fund, o));
        return found;
    }

    /** The fund that the finding is about; empty if there is no such finding yet. */
    public Optional<FundId> of(FindingId finding) {
        Optional<FundId> known = Optional.ofNullable(findings.get(finding));
        if (known.isPresent()) {
            return known;
        }
        Optional<FundId> found =
                first("finding:" + finding)
                        .filter(FindingEvent.class::isInstance)
                        .map(e -> ((FindingEvent) e).fund());
        found.ifPresent(f -> findings.put(finding, f));
        return found;
    }

    /** The fund that the request for approval is about; empty if there is no such request yet. */
    public Optional<FundId> of(ApprovalId approval) {
        return first(ApprovalEvent.stream(approval))
                .filter(ApprovalEvent.class::isInstance)
                .map(e -> ((ApprovalEvent) e).fund());
    }

    /** The funds that the snapshot is about; empty if there is no such snapshot yet. */
    public Optional<List<FundId>> of(SnapshotId snapshot) {
        return first(SnapshotEvent.stream(snapshot))
                .filter(SnapshotEvent.class::isInstance)
                .map(e -> ((SnapshotEvent) e).funds());
    }

    /** The fund that the sample is drawn from; empty if there is no such sample yet. */
    public Optional<FundId> of(SampleId sample) {
        return first(SampleEvent.stream(sample))
                .filter(SampleEvent.class::isInstance)
                .map(e -> ((SampleEvent) e).fund());
    }

    private Optional<LedgerEvent> first(String stream) {
        return log.ofStream(stream, 0, 1).stream().findFirst().map(Recorded::event);
    }
}
