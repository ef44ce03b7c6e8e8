package org.aidledger.api.pages.approvals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.approval.ApprovalDesk;
import org.aidledger.api.approval.Deciders;
import org.aidledger.api.approval.Expected;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.LedgerBusy;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Again;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.event.OutcomeUnknown;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.rejection.CommandRejected;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes one decision about several requests: what each would change is shown first, each is decided
 * on its own, and each says what became of it. Those of others only, as one by one.
 */
@Controller
@Needs(Right.APPROVALS)
class SelectionPage {

    private static final int MOST = 100;

    private final ApprovalRegister register;
    private final ApprovalDesk desk;
    private final CommandBinding binding;
    private final FundReading reading;
    private final Budgets budgets;
    private final Frame frame;
    private final JsonMapper json;

    SelectionPage(
            ApprovalRegister register,
            ApprovalDesk desk,
            CommandBinding binding,
            FundReading reading,
            Budgets budgets,
            Frame frame,
            JsonMapper json) {
        this.register = register;
        this.desk = desk;
        this.binding = binding;
        this.reading = reading;
        this.budgets = budgets;
        this.frame = frame;
        this.json = json;
    }

    /**
     * A request among those that were chosen.
     *
     * @param impossible why its fund would not take it now; empty if it would
     */
    record Chosen(ApprovalRow row, List<AccountLine> accounts, String impossible) {}

    /** What became of one. */
    record Settled(ApprovalRow row, String outcome, String tone) {}

    /** From the boxes of the inbox to an address that says what was chosen. */
    @GetMapping(path = "/approvals/selected", params = "id")
    String choose(@RequestParam List<String> id) {
        return "redirect:/approvals/selected?ids=" + String.join(",", valid(id));
    }

    @GetMapping(path = "/approvals/selected", params = "!id")
    String selected(Model model, Visit visit, @RequestParam(defaultValue = "") String ids) {
        show(model, visit, valid(Arrays.asList(ids.split(","))));
        return "pages/selected";
    }

    private static List<String> valid(List<String> ids) {
        return ids.stream()
                .filter(id -> id.matches("[0-9a-f]{24}"))
                .distinct()
                .limit(MOST)
                .toList();
    }

    private List<RegisteredApproval> yours(Visit visit, List<String> ids) {
        return found(visit, ids).stream().filter(a -> Deciders.may(visit.caller(), a)).toList();
    }

    private List<RegisteredApproval> found(Visit visit, List<String> ids) {
        return ids.stream()
                .flatMap(id -> register.find(new ApprovalId(id), visit.moment().now()).stream())
                .toList();
    }

    private void show(Model model, Visit visit, List<String> ids) {
        frame.aboutAll(model, visit, "approvals");
        List<RegisteredApproval> chosen = yours(visit, ids);
        List<ApprovalRow> rows = ApprovalRow.of(visit, budgets, desk, chosen);
        model.addAttribute(
                "chosen",
                IntStream.range(0, chosen.size())
                        .mapToObj(i -> chosen(visit, chosen.get(i), rows.get(i)))
                        .toList());
        model.addAttribute("left", ids.size() - chosen.size());
        model.addAttribute("postingId", UUID.randomUUID().toString());
    }

    private Chosen chosen(Visit visit, RegisteredApproval a, ApprovalRow row) {
        Map<String, String> names =
                reading.figures(a.fund(), visit.at()).projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        Optional<Expected> expected = desk.expected(a);
        return new Chosen(
                row,
                expected.stream()
                        .flatMap(e -> e.accounts().stream())
                        .filter(c -> !c.account().kind().isSource())
                        .map(c -> AccountLine.of(visit.say(), c, names))
                        .toList(),
                expected.flatMap(Expected::refusal)
                        .map(r -> Refusals.breach(visit.say(), r.code(), r.detail()))
                        .orElse(""));
    }

    @PostMapping("/approvals/selected")
    String decide(
            Model model,
            Visit visit,
            @RequestParam(defaultValue = "") List<String> id,
            @RequestParam String decision,
            @RequestParam String postingId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        List<String> ids = valid(id);
        boolean approves = decision.equals("approve");
        if (!approves && reason.isBlank()) {
            response.setStatus(422);
            show(model, visit, ids);
            model.addAttribute("mistake", visit.say().word("approval.needsreason"));
            Again.at(model, "/approvals/selected?ids=" + String.join(",", ids));
            return "pages/selected";
        }
        List<Settled> settled = new ArrayList<>();
        List<RegisteredApproval> found = found(visit, ids);
        List<ApprovalRow> rows = ApprovalRow.of(visit, budgets, desk, found);
        for (int i = 0; i < found.size(); i++) {
            RegisteredApproval one = found.get(i);
            ObjectNode fields = json.createObjectNode();
            fields.put("postingId", idOf(postingId, one.approval()));
            fields.put("effective", visit.moment().today().toString());
            fields.put(approves ? "note" : "reason", reason);
            settled.add(
                    settled(
                            visit,
                            one,
                            rows.get(i),
                            approves ? "approve" : "reject",
                            fields,
                            request));
        }
        frame.aboutAll(model, visit, "approvals");
        model.addAttribute("settled", settled);
        Again.at(model, "/approvals");
        return "pages/selected";
    }

    /** The same form sent again decides the same once. */
    private static String idOf(String form, ApprovalId approval) {
        return UUID.nameUUIDFromBytes((form + " " + approval).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private Settled settled(
            Visit visit,
            RegisteredApproval asked,
            ApprovalRow row,
            String decision,
            ObjectNode fields,
            HttpServletRequest request) {
        Say say = visit.say();
        String outcome;
        String tone;
        try {
            ApprovalDesk.Decided decided =
                    desk.decide(
                            binding.decision(
                                    decision, asked.approval(), CommandRequests.inOwnName(fields)),
                            request);
            tone = decided.status() == ApprovalStatus.FAILED ? "red" : "done";
            outcome =
                    decided.refusal()
                            .map(r -> Refusals.breach(say, r.code(), r.detail()))
                            .orElse(say.word("approval." + decided.status()));
        } catch (ProblemException e) {
            tone = "red";
            outcome = Refusals.of(say, e.problem()).text();
        } catch (CommandRejected e) {
            tone = "red";
            outcome = Refusals.of(say, e.rejection()).text();
        } catch (LedgerBusy | OutcomeUnknown _) {
            tone = "gold";
            outcome = say.word("error.LEDGER_BUSY");
        }
        return new Settled(row, outcome, tone);
    }
}
