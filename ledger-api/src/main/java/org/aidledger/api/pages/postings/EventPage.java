package org.aidledger.api.pages.postings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.fund.FundReading;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.payee.PayeeNames;
import org.aidledger.event.AsOf;
import org.aidledger.fund.FundId;
import org.aidledger.indicator.FundFigures;
import org.aidledger.posting.Account;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.findings.FindingRegister;
import org.aidledger.projections.journal.Journal;
import org.aidledger.projections.journal.JournalFilter;
import org.aidledger.projections.journal.JournalLine;
import org.aidledger.projections.life.Lives;
import org.aidledger.projections.trail.Trail;
import org.aidledger.projections.trail.TrailEntry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** Shows one event: what it says, on what papers, by whom, what it moved, and what proves it. */
@Controller
class EventPage {

    private static final int LINES = 200;

    private final FundReading reading;
    private final Trail trail;
    private final Journal journal;
    private final EventProof proofs;
    private final Steps steps;
    private final Lives lives;
    private final FindingRegister findings;
    private final Frame frame;
    private final JsonMapper json;
    private final PayeeNames payees;

    EventPage(
            FundReading reading,
            Trail trail,
            Journal journal,
            EventProof proofs,
            Steps steps,
            Lives lives,
            FindingRegister findings,
            Frame frame,
            JsonMapper json,
            PayeeNames payees) {
        this.reading = reading;
        this.trail = trail;
        this.journal = journal;
        this.proofs = proofs;
        this.steps = steps;
        this.lives = lives;
        this.findings = findings;
        this.frame = frame;
        this.json = json;
        this.payees = payees;
    }

    @GetMapping("/funds/{fund}/events/{position}")
    String event(Model model, Visit visit, @PathVariable FundId fund, @PathVariable long position) {
        TrailEntry entry =
                trail.at(fund, visit.at(), List.of(position)).entries().stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new ProblemException(
                                        ProblemCode.NOT_FOUND,
                                        "The fund %s has no event at position %d."
                                                .formatted(fund, position)));
        FundFigures figures = reading.figures(fund, visit.at());
        frame.about(model, visit, new Frame.Subject(fund, figures.name()), "postings");
        Map<String, String> names =
                figures.projects().stream()
                        .collect(Collectors.toMap(p -> p.id().value(), p -> p.profile().name()));
        Say say = visit.say();
        model.addAttribute("fund", figures);
        model.addAttribute("names", names);
        model.addAttribute("snapshot", EventRow.snapshot(entry).orElse(""));
        model.addAttribute("entry", entry);
        model.addAttribute("row", EventRow.of(visit, fund, entry, names, entry.amount()));
        model.addAttribute("lines", EventDetail.lines(say, json, named(entry), names));
        model.addAttribute("posted", visit.here().get("posted"));
        model.addAttribute("counts", counts(visit.at(), entry));
        boolean books = visit.may(Right.JOURNAL);
        model.addAttribute("books", books);
        model.addAttribute("entries", books ? entries(visit, fund, position, names) : List.of());
        model.addAttribute(
                "reversible",
                visit.caller().roles().contains(Role.FINANCE_OFFICER)
                        && entry.type().startsWith("fund.funds-")
                        && entry.reverses().isEmpty()
                        && entry.reversedBy().isEmpty());
        model.addAttribute("steps", steps.of(say, fund, entry));
        Lives.Neighbours beside = lives.beside(fund, visit.at(), position);
        model.addAttribute("previous", address(visit, fund, beside.previous()));
        model.addAttribute("next", address(visit, fund, beside.next()));
        proofs.of(visit, position).ifPresent(p -> model.addAttribute("proof", p));
        model.addAttribute(
                "raised",
                visit.may(Right.FINDINGS)
                        ? findings.findings(fund, visit.at()).stream()
                                .map(f -> f.finding().value())
                                .toList()
                        : List.of());
        model.addAttribute("mayProve", visit.may(Right.PROOFS));
        model.addAttribute("checkWords", CheckWords.NAMES);
        return "pages/event";
    }

    private static String address(Visit visit, FundId fund, Optional<Long> position) {
        return position.map(
                        p -> visit.to("funds", fund.value(), "events", Long.toString(p)).toString())
                .orElse("");
    }

    /** With payees' names in it, for whoever may see them. */
    private String named(TrailEntry entry) {
        return payees.in(Stream.of(entry.detail())).json(entry.detail());
    }

    private static boolean counts(AsOf at, TrailEntry entry) {
        return !entry.effective().isAfter(at.effective()) && !entry.recorded().isAfter(at.known());
    }

    /** A line of the books. */
    record BookLine(String book, String account, String project, String amount) {}

    private List<BookLine> entries(
            Visit visit, FundId fund, long position, Map<String, String> names) {
        return journal
                .lines(fund, visit.at(), JournalFilter.ALL, new Cursor(position, -1), LINES)
                .items()
                .stream()
                .filter(line -> line.position() == position)
                .map(line -> bookLine(visit.say(), line, names))
                .toList();
    }

    private static BookLine bookLine(Say say, JournalLine line, Map<String, String> names) {
        Account account = line.account();
        return new BookLine(
                say.word("book." + account.book()),
                say.word("account." + account.kind()),
                account.project().map(p -> names.getOrDefault(p.value(), p.value())).orElse(""),
                say.signed(line.amount()));
    }
}
