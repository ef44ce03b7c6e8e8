package org.aidledger.api.pages.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Again;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.security.TokenDesk;
import org.aidledger.api.security.TokenDesk.TokenView;
import org.aidledger.api.security.TokenDesk.WantedToken;
import org.aidledger.rejection.CommandRejected;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tokens: one's own on the page of one's account, everybody's in the administration. */
@Controller
class TokensPage {

    private final TokenDesk desk;
    private final Frame frame;
    private final Clock clock;

    TokensPage(TokenDesk desk, Frame frame, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.clock = clock;
    }

    /** A token in a list. */
    record Row(TokenView token, String created, String expires, String state, String tone) {}

    @Needs(Right.OWN)
    @GetMapping("/account")
    String own(Model model, Visit visit) {
        showOwn(model, visit);
        return "pages/account";
    }

    private void showOwn(Model model, Visit visit) {
        frame.aboutAll(model, visit, "account");
        model.addAttribute("me", visit.caller());
        model.addAttribute("rows", rows(visit.say(), Optional.of(visit.caller().user())));
    }

    @Needs(Right.OWN)
    @PostMapping("/account/tokens")
    String makeOwn(
            Model model,
            Visit visit,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String days,
            HttpServletResponse response) {
        make(model, visit, Optional.empty(), note, days, response);
        showOwn(model, visit);
        Again.at(model, "/account");
        return "pages/account";
    }

    @Needs(Right.OWN)
    @PostMapping("/account/tokens/{id}/revoke")
    String revokeOwn(@PathVariable String id) {
        desk.revoke(id);
        return "redirect:/account";
    }

    @Needs(Right.ACCOUNTS)
    @GetMapping("/administration/tokens")
    String all(Model model, Visit visit) {
        showAll(model, visit);
        return "pages/tokens";
    }

    private void showAll(Model model, Visit visit) {
        frame.aboutAll(model, visit, "administration");
        model.addAttribute("sections", Section.links(visit, Section.TOKENS));
        model.addAttribute("rows", rows(visit.say(), Optional.empty()));
        model.addAttribute("user", visit.here().get("user"));
    }

    @Needs(Right.ACCOUNTS)
    @PostMapping("/administration/tokens")
    String make(
            Model model,
            Visit visit,
            @RequestParam String user,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String days,
            HttpServletResponse response) {
        make(model, visit, Optional.of(user.strip()), note, days, response);
        showAll(model, visit);
        return "pages/tokens";
    }

    @Needs(Right.ACCOUNTS)
    @PostMapping("/administration/tokens/{id}/revoke")
    String revoke(@PathVariable String id) {
        desk.revoke(id);
        return "redirect:/administration/tokens";
    }

    /** The token is shown this once. */
    private void make(
            Model model,
            Visit visit,
            Optional<String> user,
            String note,
            String days,
            HttpServletResponse response) {
        Say say = visit.say();
        try {
            model.addAttribute(
                    "made", desk.make(new WantedToken(user, Optional.of(note), days(days))));
            return;
        } catch (ProblemException e) {
            model.addAttribute("mistake", Refusals.of(say, e.problem()).text());
        } catch (CommandRejected e) {
            model.addAttribute("mistake", Refusals.of(say, e.rejection()).text());
        }
        response.setStatus(422);
    }

    /** Until it expires; as is usual where nothing was said. */
    private static Optional<Integer> days(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException _) {
            throw ProblemException.invalid("days", "days must be a whole number, not " + text);
        }
    }

    private List<Row> rows(Say say, Optional<String> user) {
        return desk.list(user).stream().map(t -> row(say, t)).toList();
    }

    private Row row(Say say, TokenView token) {
        String state =
                token.revoked().isPresent()
                        ? "revoked"
                        : clock.instant().isBefore(token.expires()) ? "valid" : "expired";
        return new Row(
                token,
                say.instant(token.created()),
                say.instant(token.expires()),
                say.word("token." + state),
                state.equals("valid") ? "done" : "plain");
    }
}
