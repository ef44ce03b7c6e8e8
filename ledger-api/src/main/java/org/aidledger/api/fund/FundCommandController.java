package org.aidledger.api.fund;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
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

    FundCommandController(CommandRequests requests, CommandBinding binding, CommandSink sink) {
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
    }

    @PostMapping(path = "/api/v1/funds", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> open(HttpServletRequest request) throws IOException {
        return send(request, binding.fundCommand(OPEN, requests.fields(request)));
    }

    @PostMapping(
            path = "/api/v1/funds/{fund}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> post(
            @PathVariable FundId fund, @PathVariable String command, HttpServletRequest request)
            throws IOException {
        return send(request, binding.fundCommand(command, fund, requests.fields(request)));
    }

    private ResponseEntity<Receipt> send(HttpServletRequest request, FundCommand command) {
        return requests.answerForFund(request, sink.send(command), command.voucher().postingId());
    }
}
