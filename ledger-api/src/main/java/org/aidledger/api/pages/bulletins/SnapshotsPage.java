package org.aidledger.api.pages.bulletins;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.Paging;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Again;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.snapshot.SnapshotDesk;
import org.aidledger.api.snapshot.SnapshotRequest;
import org.aidledger.api.snapshot.Verified;
import org.aidledger.indicator.Indicator.Code;
import org.aidledger.projections.Page;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.projections.snapshots.SnapshotRegister;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.rejection.CommandRejected;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotId;
import org.aidledger.snapshot.SnapshotKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists snapshots, freezes them, and shows one with what it is worth, to be signed. */
@Controller
class SnapshotsPage {

    private static final String TAB = "snapshots";
    private static final int OTHERS = 50;

    /** What a snapshot may be ranked by, as the overview is. */
    private static final List<Code> RANKS =
            Arrays.stream(Code.values()).filter(c -> c != Code.PROGRESS_PAYMENT_GAP).toList();

    private final SnapshotRegister register;
    private final SnapshotDesk desk;
    private final TransparencyLog log;
    private final Frame frame;

    SnapshotsPage(SnapshotRegister register, SnapshotDesk desk, TransparencyLog log, Frame frame) {
        this.register = register;
        this.desk = desk;
        this.log = log;
        this.frame = frame;
    }

    @GetMapping("/snapshots")
    String list(Model model, Visit visit, Paging paging) {
        frame.aboutAll(model, visit, TAB);
        Page<RegisteredSnapshot> page =
                register.page(Optional.empty(), paging.after(), paging.limit());
        model.addAttribute(
                "rows", page.items().stream().map(s -> SnapshotWords.of(visit, s)).toList());
        model.addAttribute(
                "next", page.next().map(c -> visit.here().with("cursor", c).toString()).orElse(""));
        model.addAttribute("freezes", visit.may(Right.SNAPSHOTS));
        return "pages/snapshots";
    }

    /** What stands in the form. */
    record Form(
            String snapshot,
            String kind,
            String title,
            String asOf,
            String knownAt,
            String rankedBy,
            String postingId) {}

    /** A period that the form can be filled with. */
    record Link(String name, String address, boolean on) {}

    @GetMapping("/snapshots/new")
    String form(
            Model model,
            Visit visit,
            @RequestParam(defaultValue = "MONTHLY_BULLETIN") SnapshotKind kind,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String day) {
        LocalDate asOf =
                day.isEmpty()
                        ? Periods.end(kind, month(month, visit.at().effective()))
                        : date(day, visit.at().effective());
        Say say = visit.say();
        show(
                model,
                visit,
                new Form(
                        freeId(Periods.id(kind, asOf)),
                        kind.name(),
                        say.word("snapshot.title." + kind, Periods.name(say, kind, asOf)),
                        asOf.toString(),
                        visit.here().get("knownAt"),
                        Code.DISBURSEMENT_RATE.name(),
                        UUID.randomUUID().toString()));
        return "pages/snapshot-new";
    }

    private static YearMonth month(String text, LocalDate today) {
        try {
            return text.isEmpty()
                    ? YearMonth.from(today.plusDays(1)).minusMonths(1)
                    : YearMonth.parse(text);
        } catch (DateTimeException _) {
            throw ProblemException.invalid("month", "month must be such as 2024-06");
        }
    }

    private static LocalDate date(String text, LocalDate today) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            return today;
        }
    }

    private String freeId(String wanted) {
        String id = wanted;
        for (int n = 2; isTaken(id); n++) {
            id = wanted + "-" + n;
        }
        return id;
    }

    private boolean isTaken(String id) {
        try {
            return register.find(new SnapshotId(id)).isPresent();
        } catch (CommandRejected _) {
            return true; // there is one that is not theirs to see
        }
    }

    private void show(Model model, Visit visit, Form form) {
        frame.aboutAll(model, visit, TAB);
        Say say = visit.say();
        model.addAttribute("form", form);
        model.addAttribute("kinds", SnapshotKind.values());
        model.addAttribute("ranks", RANKS);
        model.addAttribute("freezes", visit.may(Right.SNAPSHOTS));
        model.addAttribute(
                "periods",
                Periods.before(visit.at().effective()).stream()
                        .map(c ->
                                new Link(
                                        say.word("snapshot.kind." + c.kind())
                                                + " "
                                                + Periods.name(say, c.kind(), c.asOf()),
                                        visit.to("snapshots", "new")
                                                .with("kind", c.kind())
                                                .with("month", YearMonth.from(c.asOf()))
                                                .toString(),
                                        c.kind().name().equals(form.kind())
                                                && c.asOf().toString().equals(form.asOf())))
                        .toList());
    }

    @PostMapping("/snapshots")
    @Needs(Right.SNAPSHOTS)
    String freeze(
            Model model,
            Visit visit,
            @RequestParam Map<String, String> fields,
            HttpServletResponse response) {
        Form form =
                new Form(
                        fields.getOrDefault("snapshot", ""),
                        fields.getOrDefault("kind", ""),
                        fields.getOrDefault("title", ""),
                        fields.getOrDefault("day", ""),
                        fields.getOrDefault("known", ""),
                        fields.getOrDefault("rankedBy", ""),
                        fields.getOrDefault("postingId", ""));
        try {
            SnapshotDesk.Done done =
                    desk.freeze(
                            new SnapshotRequest(
                                            said(form.snapshot()),
                                            said(form.postingId()),
                                            Optional.empty(),
                                            said(form.kind()),
                                            said(form.title()),
                                            said(form.asOf()),
                                            said(form.knownAt()),
                                            Optional.empty(),
                                            said(form.rankedBy()),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty())
                                    .wanted(Optional.empty(), visit.moment().today()));
            return "redirect:/snapshots/" + done.snapshot();
        } catch (ProblemException e) {
            show(model, visit, form);
            response.setStatus(422);
            Again.at(model, "/snapshots/new");
            model.addAttribute("mistake", Refusals.of(visit.say(), e.problem()).text());
            return "pages/snapshot-new";
        }
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty());
    }

    @GetMapping("/snapshots/{snapshot}")
    String one(Model model, Visit visit, @PathVariable SnapshotId snapshot) {
        show(model, visit, snapshot);
        return "pages/snapshot";
    }

    private void show(Model model, Visit visit, SnapshotId snapshot) {
        RegisteredSnapshot found = desk.required(snapshot);
        SnapshotFigures figures = desk.figures(found.frozen().terms());
        frame.aboutAll(model, visit, TAB);
        model.addAttribute("row", SnapshotWords.of(visit, found));
        model.addAttribute("verified", Verified.of(found, figures, log));
        model.addAttribute("sections", Bulletin.sections(visit.say(), figures, Optional.empty()));
        boolean signs = visit.may(Right.SIGNING);
        boolean stands = found.withdrawn().isEmpty();
        String actor = visit.caller().actor().name();
        model.addAttribute("signs", signs && SnapshotWords.waitsFor(found, actor));
        model.addAttribute(
                "own",
                signs
                        && found.status() == RegisteredSnapshot.Status.FROZEN
                        && !SnapshotWords.waitsFor(found, actor));
        model.addAttribute("withdraws", signs && stands);
        model.addAttribute(
                "others",
                register
                        .page(Optional.empty(), org.aidledger.projections.Cursor.START, OTHERS)
                        .items()
                        .stream()
                        .filter(s -> !s.frozen().snapshot().equals(snapshot))
                        .map(s -> SnapshotWords.of(visit, s))
                        .toList());
        model.addAttribute("postingId", UUID.randomUUID().toString());
    }

    @PostMapping("/snapshots/{snapshot}")
    @Needs(Right.SIGNING)
    String decide(
            Model model,
            Visit visit,
            @PathVariable SnapshotId snapshot,
            @RequestParam String decision,
            @RequestParam String postingId,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response) {
        SnapshotRequest request =
                new SnapshotRequest(
                        Optional.empty(),
                        said(postingId),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        said(reason));
        try {
            if (decision.equals("withdraw")) {
                desk.withdraw(
                        snapshot,
                        request.voucher(Optional.empty(), visit.moment().today()),
                        request.why());
            } else {
                desk.sign(snapshot, request.voucher(Optional.empty(), visit.moment().today()));
            }
            return "redirect:/snapshots/" + snapshot;
        } catch (ProblemException e) {
            response.setStatus(422);
            show(model, visit, snapshot);
            model.addAttribute("mistake", Refusals.of(visit.say(), e.problem()).text());
            return "pages/snapshot";
        }
    }
}
