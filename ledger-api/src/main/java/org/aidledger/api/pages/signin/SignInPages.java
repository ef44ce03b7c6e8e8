package org.aidledger.api.pages.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.aidledger.access.Role;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.http.Problem;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.security.DemoPeople;
import org.aidledger.api.security.OwnPassword;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lets people in. What they send is taken by Spring Security's filters. */
@Controller
class SignInPages {

    private final Frame frame;
    private final OwnPassword passwords;
    private final boolean demo;
    private final List<Issuer> issuers;

    SignInPages(
            Frame frame,
            OwnPassword passwords,
            @Value("${ledger.demo:false}") boolean demo,
            ObjectProvider<ClientRegistrationRepository> issuers) {
        this.frame = frame;
        this.passwords = passwords;
        this.demo = demo;
        this.issuers = issuers(issuers.getIfAvailable());
    }

    /** Somebody else who says who people are. */
    record Issuer(String address, String name) {}

    /** An account that everybody knows. */
    record DemoAccount(String user, String name, String password) {}

    private static List<Issuer> issuers(
            @org.jspecify.annotations.Nullable ClientRegistrationRepository known) {
        if (!(known instanceof Iterable<?> registrations)) {
            return List.of();
        }
        return StreamSupport.stream(registrations.spliterator(), false)
                .filter(ClientRegistration.class::isInstance)
                .map(ClientRegistration.class::cast)
                .map(r ->
                        new Issuer(
                                "/oauth2/authorization/" + r.getRegistrationId(),
                                shown(r.getClientName())))
                .toList();
    }

    /** The name that the operator gave an issuer; where there is none, it is the whole address. */
    private static String shown(String name) {
        return name.contains("://") ? URI.create(name).getHost() : name;
    }

    @GetMapping("/login")
    String login(
            Model model,
            Say say,
            @RequestParam Optional<String> error,
            @RequestParam Optional<String> out) {
        frame.plain(model, say);
        model.addAttribute(
                "notice",
                error.map(SignInPages::notice).orElse(out.isPresent() ? "signin.out" : ""));
        model.addAttribute("issuers", issuers);
        model.addAttribute("demo", demo ? demoAccounts(say) : List.of());
        return "pages/login";
    }

    private static String notice(String error) {
        return switch (error) {
            case "locked" -> "signin.locked";
            case "wait" -> "signin.wait";
            case "expired" -> "signin.expired";
            case "claims" -> "signin.claims";
            default -> "signin.failed";
        };
    }

    private static List<DemoAccount> demoAccounts(Say say) {
        return Arrays.stream(Role.values())
                .map(role ->
                        new DemoAccount(
                                role.toString(), say.word("role." + role), DemoPeople.PASSWORD))
                .toList();
    }

    /** What is wrong with a password, in the reader's language. */
    private static String mistake(Say say, Problem problem) {
        boolean current =
                problem.values().get("errors") instanceof List<?> errors
                        && errors.stream()
                                .anyMatch(e ->
                                        e instanceof FieldProblem f && f.field().equals("current"));
        return say.word(current ? "password.wrong" : "password.unfit");
    }

    @GetMapping("/password")
    String password(Model model, Say say) {
        frame.plain(model, say);
        model.addAttribute("due", passwords.isDue());
        model.addAttribute("mistake", "");
        return "pages/password";
    }

    @PostMapping("/password")
    String change(
            Model model,
            Say say,
            @RequestParam String current,
            @RequestParam String password,
            @RequestParam String again,
            HttpServletResponse response) {
        String mistake = password.equals(again) ? "" : say.word("password.differ");
        if (mistake.isEmpty()) {
            try {
                passwords.change(current, password);
                return "redirect:/?changed";
            } catch (ProblemException e) {
                mistake = mistake(say, e.problem());
            }
        }
        response.setStatus(422);
        frame.plain(model, say);
        model.addAttribute("due", passwords.isDue());
        model.addAttribute("mistake", mistake);
        return "pages/password";
    }
}
