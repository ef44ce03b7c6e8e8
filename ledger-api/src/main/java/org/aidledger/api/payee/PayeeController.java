package org.aidledger.api.payee;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.FieldProblem.Code;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.event.Outcome;
import org.aidledger.event.PostingId;
import org.aidledger.payee.Payee;
import org.aidledger.payee.PayeeCommand;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Payees.Erasure;
import org.aidledger.payee.Pseudonym;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Finds payees, and erases them. A name stands in a body only: addresses end in logs. */
@RestController
@Needs(Right.PAYEES)
class PayeeController {

    private static final String NAME = "name";

    private final Payees payees;
    private final CommandRequests requests;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final Receipts receipts;

    PayeeController(
            Payees payees,
            CommandRequests requests,
            CommandBinding binding,
            CommandSink sink,
            Receipts receipts) {
        this.payees = payees;
        this.requests = requests;
        this.binding = binding;
        this.sink = sink;
        this.receipts = receipts;
    }

    /** What stands for a name. */
    record Found(Pseudonym payee) {}

    /** All erasures, in order. */
    record Erasures(List<Erasure> items) {}

    /**
     * A command about a payee was accepted.
     *
     * @param position of its event in the ledger
     * @param repeated whether the same request had been accepted before
     */
    record Answer(Pseudonym payee, PostingId postingId, long position, boolean repeated) {}

    @PostMapping(path = "/api/v1/payees/find", consumes = MediaType.APPLICATION_JSON_VALUE)
    Found find(HttpServletRequest request) throws IOException {
        String name = name(CommandBinding.object(requests.body(request)));
        return Optional.ofNullable(payees.find(List.of(name)).get(name))
                .map(Found::new)
                .orElseThrow(() ->
                        new ProblemException(
                                ProblemCode.NOT_FOUND,
                                "Nobody of that name was paid, or the name was erased."));
    }

    private static String name(ObjectNode body) {
        body.propertyNames().stream()
                .filter(field -> !field.equals(NAME))
                .findFirst()
                .ifPresent(field -> {
                    throw new MalformedRequest(
                            Code.UNKNOWN_FIELD, field, "there is no field '" + field + "' here");
                });
        if (!body.path(NAME).isString()) {
            throw new MalformedRequest(
                    body.has(NAME) ? Code.WRONG_TYPE : Code.MISSING_FIELD,
                    NAME,
                    "name must be a JSON string: the payee as the payments say it");
        }
        try {
            return new Payee(body.path(NAME).stringValue()).text();
        } catch (IllegalArgumentException e) {
            throw new MalformedRequest(Code.INVALID_VALUE, NAME, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping(
            path = "/api/v1/payees/{payee}/{command}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> post(
            @PathVariable Pseudonym payee, @PathVariable String command, HttpServletRequest request)
            throws IOException {
        PayeeCommand asked = binding.payeeCommand(command, payee, requests.fields(request));
        return switch (sink.send(asked)) {
            case Outcome.Refused(var rejection) -> throw new ProblemException(rejection);
            case Outcome.Accepted accepted -> {
                PostingId id = asked.voucher().postingId();
                Answer answer =
                        new Answer(
                                payee,
                                id,
                                receipts.stored(accepted, id).position(),
                                accepted.repeated());
                yield ResponseEntity.status(answer.repeated() ? 200 : 201).body(answer);
            }
        };
    }

    /** Without any name; kept beside backups, it is what has to be erased again after a restore. */
    @GetMapping(path = "/api/v1/payees/erasures", produces = MediaType.APPLICATION_JSON_VALUE)
    Erasures erasures() {
        return new Erasures(payees.erasures());
    }
}
