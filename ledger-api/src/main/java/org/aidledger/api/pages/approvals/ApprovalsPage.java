package org.aidledger.api.pages.approvals;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.aidledger.access.Denial;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.approval.ApprovalDesk;
import org.aidledger.api.approval.Deciders;
import org.aidledger.api.approval.Expected;
import org.aidledger.api.command.CommandBinding;
import org.aidledger.api.command.MalformedRequest;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.CommandRequests;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.pages.postings.EventDetail;
import org.aidledger.approval.ApprovalId;
import org.aidledger.approval.ApprovalRejection.ApprovalUnknown;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.indicator.FundFigures;
import org.aidledger.projections.Page;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.RegisteredApproval;
import org.aidledger.projections.budget.Budgets;
import org.aidledger.rejection.CommandRejected;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows what waits for a second person, and takes their decision. */
@Controller
@Needs(Right.APPROVALS)
class ApprovalsPage {

    private static final String STATUS = "status";
    private static final String ALL = "all";
    private static final int FORBIDDEN = 403;

    private final ApprovalRegister register;
    private final ApprovalDesk desk;
    private final CommandBinding binding;
    private final FundReading reading;
    private final Budgets budgets;
    private final Frame frame;
    private final JsonMapper json;

    ApprovalsPage(
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

    @GetMapping("/approvals")
    String inbox(Model model, Visit visit, Paging paging) {
        frame.aboutAll(model, visit, "approvals");
        String status = visit.here().get(STATUS);
        Page<RegisteredApproval> page =
                register.page(
                        Optional.empty(),
                        status.equals(ALL) ? Optional.empty() : Optional.of(status(status)),
                        visit.at().known(),
                        paging.after(),
                        paging.limit());
        model.addAttribute("rows", ApprovalRow.of(visit, budgets, desk, page.items()));
        model.addAttribute("links", links(visit, status));
        model.addAttribute(
                "next", page.next().map(c -> visit.here().with("cursor", c).toString()).orElse(""));
        model.addAttribute(
                "decides", page.items().stream().anyMatch(a -> Deciders.may(visit.caller(), a)));
        return "pages/approvals";
    }

    private static ApprovalStatus status(String text) {
        return Arrays.stream(ApprovalStatus.values())
                .filter(s -> s.name().equals(text))
                .findFirst()
                .orElse(ApprovalStatus.PENDING);
    }

    /** A status to look at. */
    record Link(String name, String address, boolean on) {}

    private static List<Link> links(Visit visit, String now) {
        List<Link> links = new ArrayList<>();
        for (ApprovalStatus status : ApprovalStatus.values()) {
            links.add(
                    new Link(
                            visit.say().word("approval." + status),
                            visit.to("approvals").with(STATUS, status).toString(),
                            !now.equals(ALL) && status == status(now)));
        }
        links.add(
                new Link(
                        visit.say().word("approval.all"),
                        visit.to("approvals").with(STATUS, ALL).toString(),
                        now.equals(ALL)));
        return links;
    }

    @GetMapping("/approvals/{approval}")
    String one(
            Model model,
            Visit visit,
            @PathVariable ApprovalId approval,
            @RequestParam Optional<String> asked) {
        show(model, visit, approval);
        asked.ifPresent(_ -> model.addAttribute("asked", true));
        return "pages/approval";
    }

    private void show(Model model, Visit visit, ApprovalId approval) {
        RegisteredApproval found =
                register.find(approval, visit.moment().now())
                        .orElseThrow(() -> new ProblemException(new ApprovalUnknown(approval)));
        FundFigures figures = reading.figures(found.fund(), visit.at());
        Map<String, String> names =
                figures.projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        frame.about(model, visit, new Frame.Subject(found.fund(), figures.name()), "approvals");
        model.addAttribute("fund", figures);
        model.addAttribute("approval", found);
        model.addAttribute("names", names);
        model.addAttribute(
                "lines",
                EventDetail.lines(
                        visit.say(), json, json.writeValueAsString(desk.command(found)), names));
        Optional<Expected> expected = desk.expected(found);
        model.addAttribute(
                "row",
                ApprovalRow.of(
                        visit,
                        found,
                        Optional.of(new Budgets.Names(figures.name(), names)),
                        expected));
        expected.ifPresent(e -> model.addAttribute("expected", e));
        expected.flatMap(Expected::refusal)
                .ifPresent(r ->
                        model.addAttribute(
                                "impossible", Refusals.breach(visit.say(), r.code(), r.detail())));
        model.addAttribute(
                "accounts",
                expected.map(e ->
                                e.accounts().stream()
                                        .filter(c -> !c.account().kind().isSource())
                                        .map(c -> AccountLine.of(visit.say(), c, names))
                                        .toList())
                        .orElse(List.of()));
        boolean waits = found.status() == ApprovalStatus.PENDING;
        boolean own = found.requestedBy().equals(visit.caller().actor().name());
        model.addAttribute("decides", Deciders.may(visit.caller(), found));
        model.addAttribute("withdraws", waits && own);
        model.addAttribute("own", own);
        model.addAttribute("postingId", UUID.randomUUID().toString());
    }

    @PostMapping("/approvals/{approval}")
    String decide(
            Model model,
            Visit visit,
            @PathVariable ApprovalId approval,
            @RequestParam String decision,
            @RequestParam String postingId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            ObjectNode fields = json.createObjectNode();
            fields.put("postingId", postingId);
            fields.put("effective", visit.moment().today().toString());
            if (decision.equals("approve")) {
                fields.put("note", reason);
            } else {
                fields.put("reason", reason);
            }
            desk.decide(
                    binding.decision(decision, approval, CommandRequests.inOwnName(fields)),
                    request);
            return "redirect:/approvals/" + approval;
        } catch (ProblemException e) {
            if (e.problem().status() == FORBIDDEN) {
                throw e;
            }
            return refused(
                    model, visit, approval, Refusals.of(visit.say(), e.problem()).text(), response);
        } catch (CommandRejected e) {
            if (e.rejection() instanceof Denial) {
                throw e;
            }
            return refused(
                    model,
                    visit,
                    approval,
                    Refusals.of(visit.say(), e.rejection()).text(),
                    response);
        } catch (MalformedRequest _) {
            return refused(
                    model, visit, approval, visit.say().word("approval.needsreason"), response);
        }
    }

    private String refused(
            Model model,
            Visit visit,
            ApprovalId approval,
            String why,
            HttpServletResponse response) {
        response.setStatus(422);
        show(model, visit, approval);
        model.addAttribute("mistake", why);
        return "pages/approval";
    }
}
