package org.aidledger.api.fund;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.approval.ApprovalRequests;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Receipt;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes every command of a fund, by its written name. */
@RestController
@Needs(Right.COMMANDS)
class FundCommandController {

    private static final String OPEN = "open-fund";

    private final CommandRequests requests;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final ApprovalRequests approvals;

    FundCommandController(
            CommandRequests requests,
            CommandBinding binding,
            CommandSink sink,
            ApprovalRequests approvals) {
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
        this.approvals = approvals;
    }

    @PostMapping(path = "/api/v1/funds", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> open(HttpServletRequest request) throws IOException {
        return send(request, binding.fundCommand(OPEN, requests.fields(request)));
    }

    @PostMapping(
            path = "/api/v1/funds/{fund}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> post(
            @PathVariable FundId fund, @PathVariable String command, HttpServletRequest request)
            throws IOException {
        FundCommand bound = binding.fundCommand(command, fund, requests.fields(request));
        return requests.asksForApproval(request)
                ? approvals
                        .ask(bound, request)
                        .<ResponseEntity<?>>map(asked -> asked)
                        .orElseGet(() -> send(request, bound))
                : send(request, bound);
    }

    private ResponseEntity<Receipt> send(HttpServletRequest request, FundCommand command) {
        return requests.answerForFund(request, sink.send(command), command.voucher().postingId());
    }
}
