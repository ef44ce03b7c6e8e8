package org.aidledger.api.pages.post;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.aidledger.api.pages.form.Typed;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.pages.post.Posting.Filled;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Opens funds from a form. */
@Controller
class OpenFundPage {

    private static final String PATH = "/post/open-fund";

    private final Posting posting;
    private final Forms forms;
    private final Frame frame;

    OpenFundPage(Posting posting, Forms forms, Frame frame) {
        this.posting = posting;
        this.forms = forms;
        this.frame = frame;
    }

    @GetMapping(PATH)
    String form(Model model, Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
        Typed typed = new Typed(parameters).with("postingId", UUID.randomUUID().toString());
        Filled filled = filled(visit, Offers.atFirst(visit, Forms.OPEN, typed));
        page(model, visit, filled, Map.of());
        return "pages/post";
    }

    @PostMapping({PATH + "/check", PATH + "/rows"})
    String check(Model model, Visit visit, @RequestParam MultiValueMap<String, String> parameters) {
        Filled filled = filled(visit, new Typed(parameters).edited());
        page(model, visit, filled, Map.of());
        Posting.show(model, visit, filled, posting.check(visit, filled, Map.of()));
        return "pages/post";
    }

    @PostMapping(PATH)
    String send(
            Model model,
            Visit visit,
            @RequestParam MultiValueMap<String, String> parameters,
            HttpServletRequest request,
            HttpServletResponse response) {
        Filled filled = filled(visit, new Typed(parameters));
        return switch (posting.send(visit, filled, request)) {
            case Posting.Sent.Posted(var fund, _) ->
                    "redirect:" + Address.path("funds", fund.value()) + "?posted=" + Forms.OPEN;
            case Posting.Sent.Asked(var approval) ->
                    "redirect:" + Address.path("approvals", approval);
            case Posting.Sent.NotTaken(var why) -> {
                Posting.Check check = posting.check(visit, filled, Map.of());
                response.setStatus(422);
                page(model, visit, filled, check.mistakes());
                Posting.show(model, visit, filled, check);
                model.addAttribute("sent", true);
                why.ifPresent(w -> model.addAttribute("why", w));
                yield "pages/post";
            }
        };
    }

    private Filled filled(Visit visit, Typed typed) {
        return new Filled(
                Optional.empty(),
                forms.find(visit.caller(), Forms.OPEN).orElseThrow(),
                Offers.ofOpening(typed),
                typed);
    }

    private void page(Model model, Visit visit, Filled filled, Map<String, String> mistakes) {
        frame.aboutAll(model, visit, "open");
        model.addAttribute("command", Forms.OPEN);
        model.addAttribute("postingId", filled.typed().get("postingId"));
        model.addAttribute(
                "controls",
                filled.form().draw(visit.say(), filled.offer(), filled.typed(), mistakes));
        model.addAttribute("action", PATH);
    }
}
