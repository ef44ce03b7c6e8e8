package org.aidledger.api.pages.findings;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.aidledger.access.Caller;
import org.aidledger.access.Denial.RightMissing;
import org.aidledger.access.Permits;
import org.aidledger.access.Role;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandNames;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.command.Receipts;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.pages.form.Echo;
import org.aidledger.api.pages.form.Form;
import org.aidledger.api.pages.form.Form.Entered;
import org.aidledger.api.pages.form.Mistakes;
import org.aidledger.api.pages.form.Offer;
import org.aidledger.api.pages.form.Typed;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.event.Outcome;
import org.aidledger.finding.FindingCommand;
import org.aidledger.finding.FindingId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What can be done about findings, by whom; takes it from forms. */
@Component
class Actions {

    static final String RAISE = "raise-finding";
    private static final String REOPEN = "reopen-finding";
    private static final Duration READ_YOUR_WRITES = Duration.ofSeconds(2);

    private final Map<String, Offered> forms = new LinkedHashMap<>();
    private final CommandBinding binding;
    private final CommandSink sink;
    private final Receipts receipts;
    private final JsonMapper json;

    Actions(CommandBinding binding, CommandSink sink, Receipts receipts, JsonMapper json) {
        this.binding = binding;
        this.sink = sink;
        this.receipts = receipts;
        this.json = json;
        Arrays.stream(FindingCommand.class.getPermittedSubclasses())
                .forEach(type -> {
                    String name = CommandNames.of(type);
                    forms.put(
                            name,
                            new Offered(
                                    new Form(name, type),
                                    Permits.of(
                                            binding.findingCommand(name, binding.example(type)))));
                });
    }

    private record Offered(Form form, Set<Role> roles) {

        boolean isFor(Caller caller) {
            return roles.stream().anyMatch(caller.roles()::contains);
        }
    }

    /** Whether somebody may raise findings. */
    boolean mayRaise(Caller caller) {
        return Optional.ofNullable(forms.get(RAISE)).filter(f -> f.isFor(caller)).isPresent();
    }

    /** What somebody may do about a finding as it stands. */
    List<String> of(Caller caller, boolean closed) {
        return forms.entrySet().stream()
                .filter(f -> !f.getKey().equals(RAISE) && f.getKey().equals(REOPEN) == closed)
                .filter(f -> f.getValue().isFor(caller))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The form of a command.
     *
     * @throws org.aidledger.rejection.CommandRejected if the caller may not send it
     */
    Optional<Form> find(Caller caller, String command) {
        Optional<Offered> known = Optional.ofNullable(forms.get(command));
        known.filter(f -> !f.isFor(caller))
                .ifPresent(f -> {
                    throw RightMissing.of(command, f.roles()).asException();
                });
        return known.map(Offered::form);
    }

    /**
     * What became of it.
     *
     * @param mistakes by path of the field; where there are none and it is not refused, it is done
     */
    record Sent(Map<String, String> mistakes, Optional<Refusals.Words> refusal) {

        boolean isDone() {
            return mistakes.isEmpty() && refusal.isEmpty();
        }
    }

    /** The amounts typed, as they are understood. */
    List<Echo> echoes(Visit visit, Form form, Offer offer, Typed typed) {
        return Echo.of(visit.say(), form, form.read(visit.say(), json, offer, typed));
    }

    /**
     * Sends what was typed.
     *
     * @param given fields that the page says
     */
    Sent send(Visit visit, Form form, Offer offer, Typed typed, Map<String, String> given) {
        Entered entered = form.read(visit.say(), json, offer, typed);
        if (!entered.mistakes().isEmpty()) {
            return new Sent(entered.mistakes(), Optional.empty());
        }
        ObjectNode fields = CommandRequests.inOwnName(entered.fields());
        fields.put("postingId", typed.get("postingId"));
        given.forEach(fields::put);
        FindingCommand command;
        try {
            command = binding.findingCommand(form.command(), fields);
        } catch (MalformedRequest e) {
            return new Sent(Mistakes.of(visit.say(), form, e), Optional.empty());
        }
        return switch (sink.send(command)) {
            case Outcome.Refused(var rejection) ->
                    new Sent(Map.of(), Optional.of(Refusals.of(visit.say(), rejection)));
            case Outcome.Accepted accepted -> {
                receipts.isVisible(
                        receipts.stored(accepted, command.voucher().postingId()).position(),
                        READ_YOUR_WRITES);
                yield new Sent(Map.of(), Optional.empty());
            }
        };
    }

    /** An id for a finding that is to be raised; it may be changed. */
    static FindingId suggested(Visit visit, String postingId) {
        return new FindingId(
                "F-%s-%s"
                        .formatted(
                                visit.moment().today().toString().replace("-", ""),
                                postingId.substring(0, 4)));
    }
}
