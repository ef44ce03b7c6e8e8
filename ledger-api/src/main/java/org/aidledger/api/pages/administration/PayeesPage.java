package org.aidledger.api.pages.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.CommandSink;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.pages.frame.Again;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.event.Outcome;
import org.aidledger.payee.Payees;
import org.aidledger.payee.Pseudonym;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds a payee by name and erases the name. A name is sent in a form only, never in an address.
 */
@Controller
@Needs(Right.PAYEES)
class PayeesPage {

    private static final String PATH = "/administration/payees";
    private static final String ERASE = "erase-payee";

    private final Payees payees;
    private final CommandBinding binding;
    private final CommandSink sink;
    private final Frame frame;
    private final JsonMapper json;

    PayeesPage(
            Payees payees, CommandBinding binding, CommandSink sink, Frame frame, JsonMapper json) {
        this.payees = payees;
        this.binding = binding;
        this.sink = sink;
        this.frame = frame;
        this.json = json;
    }

    @GetMapping(PATH)
    String payees(Model model, Visit visit) {
        show(model, visit);
        return "pages/payees";
    }

    private void show(Model model, Visit visit) {
        frame.aboutAll(model, visit, "administration");
        model.addAttribute("sections", Section.links(visit, Section.PAYEES));
        model.addAttribute("erasures", payees.erasures());
        model.addAttribute("postingId", UUID.randomUUID().toString());
        Again.at(model, PATH);
    }

    @PostMapping(PATH + "/find")
    String find(Model model, Visit visit, @RequestParam String name) {
        show(model, visit);
        String wanted = name.strip();
        Optional<Pseudonym> found = Optional.ofNullable(payees.find(List.of(wanted)).get(wanted));
        model.addAttribute("name", wanted);
        model.addAttribute("found", found.map(Pseudonym::value).orElse(""));
        return "pages/payees";
    }

    @PostMapping(PATH + "/erase")
    String erase(
            Model model,
            Visit visit,
            @RequestParam Pseudonym payee,
            @RequestParam String postingId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        Say say = visit.say();
        ObjectNode fields = json.createObjectNode();
        fields.put("postingId", postingId);
        fields.put("effective", visit.moment().today().toString());
        fields.put("reason", reason.strip());
        String why;
        try {
            Outcome outcome =
                    sink.send(
                            binding.payeeCommand(ERASE, payee, CommandRequests.inOwnName(fields)));
            why =
                    switch (outcome) {
                        case Outcome.Refused(var rejection) -> Refusals.of(say, rejection).text();
                        case Outcome.Accepted _ -> "";
                    };
        } catch (MalformedRequest _) {
            why = say.word("payees.needsreason");
        }
        if (why.isEmpty()) {
            return "redirect:" + PATH;
        }
        response.setStatus(422);
        show(model, visit);
        model.addAttribute("mistake", why);
        model.addAttribute("found", payee.value());
        return "pages/payees";
    }
}
