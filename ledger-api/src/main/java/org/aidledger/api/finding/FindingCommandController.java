package org.aidledger.api.finding;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.Receipt;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes every command of a finding, by its written name. */
@RestController
@Needs(Right.COMMANDS)
class FindingCommandController {

    private static final String RAISE = "raise-finding";

    private final CommandRequests requests;
    private final CommandBinding binding;
    private final CommandSink sink;

    FindingCommandController(CommandRequests requests, CommandBinding binding, CommandSink sink) {
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
    }

    @PostMapping(path = "/api/v1/findings", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> raise(HttpServletRequest request) throws IOException {
        return send(request, binding.findingCommand(RAISE, requests.fields(request)));
    }

    @PostMapping(
            path = "/api/v1/findings/{finding}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> post(
            @PathVariable FindingId finding,
            @PathVariable String command,
            HttpServletRequest request)
            throws IOException {
        return send(request, binding.findingCommand(command, finding, requests.fields(request)));
    }

    private ResponseEntity<Receipt> send(HttpServletRequest request, FindingCommand command) {
        return requests.answerForFinding(
                request, sink.send(command), command.voucher().postingId());
    }
}
