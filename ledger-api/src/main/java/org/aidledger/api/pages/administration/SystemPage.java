package org.aidledger.api.pages.administration;

import java.util.List;
import java.util.stream.Collectors;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemCode;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.rebuild.RebuildDesk;
import org.aidledger.projections.rebuild.RebuildReport;
import org.aidledger.projections.status.ReadSide;
import org.aidledger.proof.IssuedCheckpoint;
import org.aidledger.proof.LogStopped;
import org.aidledger.proof.NoteSignature;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.proof.VerifierKey;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows how the installation is: the read side, the log and its witnesses; backups, rebuilds. */
@Controller
@Needs(Right.MAINTENANCE)
class SystemPage {

    private static final String PATH = "/administration/system";
    private static final int CHECKPOINTS = 10;

    private final ReadSide readSide;
    private final TransparencyLog log;
    private final RebuildDesk rebuilds;
    private final HealthEndpoint health;
    private final Frame frame;

    SystemPage(
            ReadSide readSide,
            TransparencyLog log,
            RebuildDesk rebuilds,
            HealthEndpoint health,
            Frame frame) {
        this.readSide = readSide;
        this.log = log;
        this.rebuilds = rebuilds;
        this.health = health;
        this.frame = frame;
    }

    /** A checkpoint in a list. */
    record Checkpoint(String size, String root, String made, String witnesses) {

        static Checkpoint of(Say say, IssuedCheckpoint issued, List<VerifierKey> witnesses) {
            String cosigned =
                    issued.note().signatures().stream()
                            .filter(s -> witnesses.stream().anyMatch(w -> w.isOf(s)))
                            .map(NoteSignature::name)
                            .collect(Collectors.joining(", "));
            return new Checkpoint(
                    say.count(issued.checkpoint().size()),
                    issued.checkpoint().root().toString(),
                    say.instant(issued.made()),
                    cosigned.isEmpty() ? Say.NONE : cosigned);
        }
    }

    /** The last rebuild in words. */
    record Rebuilt(String words, boolean same, List<String> differing) {

        static Rebuilt of(Say say, RebuildReport report) {
            return new Rebuilt(
                    say.word(
                            "system.rebuild.last",
                            say.count(report.events()),
                            say.count(report.position()),
                            say.count(report.took().toSeconds())),
                    report.same(),
                    report.tables().stream()
                            .filter(t -> !t.same())
                            .map(t -> t.table() + ": " + String.join(", ", t.funds()))
                            .toList());
        }
    }

    @GetMapping(PATH)
    String system(Model model, Visit visit) {
        Say say = visit.say();
        frame.aboutAll(model, visit, "administration");
        model.addAttribute("sections", Section.links(visit, Section.SYSTEM));
        model.addAttribute("parts", HealthPart.of(health.health(), say));
        model.addAttribute("processor", readSide.status());
        model.addAttribute("log", log.status());
        model.addAttribute("keys", log.keys());
        List<VerifierKey> witnesses = log.witnesses();
        model.addAttribute("witnesses", witnesses.stream().map(VerifierKey::toString).toList());
        model.addAttribute(
                "checkpoints",
                log.checkpoints(Long.MAX_VALUE, CHECKPOINTS).stream()
                        .map(c -> Checkpoint.of(say, c, witnesses))
                        .toList());
        RebuildDesk.Status rebuild = rebuilds.status();
        model.addAttribute("rebuild", rebuild);
        rebuild.report().ifPresent(r -> model.addAttribute("rebuilt", Rebuilt.of(say, r)));
        return "pages/system";
    }

    @PostMapping(PATH + "/rebuild")
    String rebuild() {
        rebuilds.start();
        return "redirect:" + PATH;
    }

    @PostMapping(PATH + "/checkpoint")
    String checkpoint() {
        try {
            var _ = log.makeCheckpoint();
            return "redirect:" + PATH;
        } catch (LogStopped e) {
            throw new ProblemException(ProblemCode.LOG_STOPPED, e.getMessage() + ".");
        }
    }
}
