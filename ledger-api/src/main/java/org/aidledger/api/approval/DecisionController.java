package org.aidledger.api.approval;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.approval.ApprovalDesk.Decided;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.approval.ApprovalId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes decisions about what waits in the inbox. An approved command is carried out before the
 * answer, or soon after it; a plan adjustment is signed in its fund, by whose turn it is.
 */
@RestController
@Needs(Right.APPROVALS)
class DecisionController {

    private final CommandRequests requests;
    private final CommandBinding binding;
    private final ApprovalDesk desk;

    DecisionController(CommandRequests requests, CommandBinding binding, ApprovalDesk desk) {
        this.requests = requests;
        this.binding = binding;
        this.desk = desk;
    }

    @PostMapping(
            path = "/api/v1/approvals/{approval}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Decided> post(
            @PathVariable ApprovalId approval,
            @PathVariable String command,
            HttpServletRequest request)
            throws IOException {
        Decided decided =
                desk.decide(binding.decision(command, approval, requests.fields(request)), request);
        return ResponseEntity.status(decided.repeated() ? 200 : 201).body(decided);
    }
}
