package org.aidledger.api.approval;

import java.time.LocalDate;
import java.util.Set;
import org.aidledger.access.Caller;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.approval.ApprovalCommand.Approve;
import org.aidledger.event.Voucher;
import org.aidledger.fund.AdjustmentId;
import org.aidledger.fund.Party;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.projections.approvals.RegisteredApproval;

/** Says whose decision a request waits for. */
public final class Deciders {

    private static final Voucher ANY = Voucher.of("any", LocalDate.of(2000, 1, 1), "anybody");

    private Deciders() {}

    /** Whether a request waits for somebody, who neither made nor signed it. */
    public static boolean may(Caller caller, RegisteredApproval request) {
        String actor = caller.actor().name();
        return request.next()
                .filter(_ -> !request.requestedBy().equals(actor))
                .filter(_ ->
                        request.signatures().stream()
                                .noneMatch(s -> s.by().filter(actor::equals).isPresent()))
                .map(role -> roles(request, role))
                .filter(roles -> roles.stream().anyMatch(caller.roles()::contains))
                .isPresent();
    }

    /** What signing takes is what the command takes that a signature is. */
    private static Set<Role> roles(RegisteredApproval request, RegisteredApproval.Role as) {
        return switch (as) {
            case APPROVER -> Permits.of(new Approve(request.approval(), ANY));
            case HEADQUARTERS, RECIPIENT ->
                    Permits.of(
                            new AgreeAdjustment(
                                    request.fund(),
                                    ANY,
                                    new AdjustmentId(request.subject()),
                                    Party.valueOf(as.name())));
            case PROVINCE ->
                    Permits.of(
                            new ApproveAdjustment(
                                    request.fund(), ANY, new AdjustmentId(request.subject())));
        };
    }
}
