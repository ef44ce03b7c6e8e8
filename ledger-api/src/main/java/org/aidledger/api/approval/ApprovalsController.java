package org.aidledger.api.approval;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Listing;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.PointInTime;
import org.aidledger.api.http.ProblemException;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.fund.FundId;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.status.Present;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the inbox: what waits for approval, and what became of it. */
@RestController
@Needs(Right.APPROVALS)
class ApprovalsController {

    private final ApprovalRegister register;
    private final ApprovalDesk desk;
    private final Present present;

    ApprovalsController(ApprovalRegister register, ApprovalDesk desk, Present present) {
        this.register = register;
        this.desk = desk;
        this.present = present;
    }

    /** As known when. */
    record Known(Instant knownAt) {}

    /**
     * A request with all it asks for.
     *
     * @param command the whole command as it would be sent
     * @param expected what would come of it now, while it waits
     */
    record Detail(
            @JsonUnwrapped ApprovalView view,
            Map<String, Object> command,
            Optional<Expected> expected) {}

    /**
     * @param knownAt now if absent
     */
    @GetMapping(
            path = "/api/v1/approvals",
            produces = {"application/json", "text/csv"})
    Listing<Known, ApprovalView> all(
            @RequestParam Optional<FundId> fund,
            @RequestParam Optional<ApprovalStatus> status,
            @RequestParam Optional<String> knownAt,
            Paging paging) {
        Instant known = known(knownAt);
        return Listing.ofPages(
                new Known(known),
                paging,
                after ->
                        register.page(fund, status, known, after, paging.limit())
                                .map(ApprovalView::of),
                ApprovalView.ROW);
    }

    @GetMapping(path = "/api/v1/approvals/{approval}", produces = "application/json")
    Detail one(@PathVariable ApprovalId approval, @RequestParam Optional<String> knownAt) {
        RegisteredApproval found =
                register.find(approval, known(knownAt))
                        .orElseThrow(() -> new ProblemException(new ApprovalUnknown(approval)));
        return new Detail(ApprovalView.of(found), desk.command(found), desk.expected(found));
    }

    private Instant known(Optional<String> knownAt) {
        return knownAt.map(text -> PointInTime.instant("knownAt", text)).orElseGet(present::known);
    }
}
