package org.aidledger.finding;

import java.time.LocalDate;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.StoredAs;
import org.aidledger.event.Voucher;
import org.aidledger.fund.FundId;
import org.aidledger.money.Money;

/** What happened to a finding. */
public sealed interface FindingEvent extends LedgerEvent {

    FindingId finding();

    /** The fund that the finding concerns. */
    FundId fund();

    @Override
    default String stream() {
        return "finding:" + finding();
    }

    @StoredAs("finding.raised")
    record FindingRaised(
            FindingId finding,
            Voucher voucher,
            FundId fund,
            String project,
            FindingType type,
            Money amount,
            String description,
            String source)
            implements FindingEvent {}

    @StoredAs("finding.rectification-assigned")
    record RectificationAssigned(
            FindingId finding,
            Voucher voucher,
            FundId fund,
            String measure,
            String responsibleLeader,
            String responsibleOffice,
            LocalDate deadline)
            implements FindingEvent {}

    @StoredAs("finding.evidence-submitted")
    record EvidenceSubmitted(FindingId finding, Voucher voucher, FundId fund, String evidence)
            implements FindingEvent {}

    @StoredAs("finding.closed")
    record FindingClosed(FindingId finding, Voucher voucher, FundId fund, String conclusion)
            implements FindingEvent {}

    @StoredAs("finding.reopened")
    record FindingReopened(FindingId finding, Voucher voucher, FundId fund, String reason)
            implements FindingEvent {}
}
