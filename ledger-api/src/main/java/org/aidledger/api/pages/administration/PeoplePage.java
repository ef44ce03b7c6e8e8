package org.aidledger.api.pages.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.access.Role;
import org.aidledger.api.access.Needs;
import org.aidledger.api.http.ProblemException;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.security.AccountDesk;
import org.aidledger.api.security.AccountDesk.AccountView;
import org.aidledger.api.security.AccountDesk.WantedAccount;
import org.aidledger.rejection.CommandRejected;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the accounts of people. */
@Controller
@Needs(Right.ACCOUNTS)
class PeoplePage {

    private static final String PATH = "/administration/people";

    private final AccountDesk desk;
    private final Frame frame;
    private final Clock clock;

    PeoplePage(AccountDesk desk, Frame frame, Clock clock) {
        this.desk = desk;
        this.frame = frame;
        this.clock = clock;
    }

    /** Somebody in the list. */
    record Person(
            AccountView account,
            String address,
            List<String> roles,
            String scope,
            boolean locked) {}

    /** What stands in the form. */
    record Entry(
            String user,
            String actor,
            List<String> roles,
            String scope,
            boolean recordsForOthers) {}

    /** A role to choose. */
    record RoleOption(String value, String name, boolean chosen) {}

    @GetMapping("/administration")
    String start() {
        return "redirect:" + PATH;
    }

    @GetMapping(PATH)
    String people(Model model, Visit visit) {
        list(model, visit);
        form(model, visit, new Entry("", "", List.of(), "*", false));
        return "pages/people";
    }

    private void list(Model model, Visit visit) {
        frame.aboutAll(model, visit, "administration");
        model.addAttribute("sections", Section.links(visit, Section.PEOPLE));
        model.addAttribute("people", desk.all().stream().map(a -> person(visit, a)).toList());
    }

    private Person person(Visit visit, AccountView a) {
        return new Person(
                a,
                Address.path("administration", "people", a.user()),
                a.roles().stream().map(r -> visit.say().word("role." + r)).toList(),
                String.join(", ", a.scope()),
                a.lockedUntil().filter(clock.instant()::isBefore).isPresent());
    }

    private static void form(Model model, Visit visit, Entry entry) {
        model.addAttribute("entry", entry);
        model.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .map(r ->
                                new RoleOption(
                                        r.toString(),
                                        visit.say().word("role." + r),
                                        entry.roles().contains(r.toString())))
                        .toList());
    }

    @PostMapping(PATH)
    String add(
            Model model,
            Visit visit,
            @RequestParam String user,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "false") boolean recordsForOthers,
            HttpServletResponse response) {
        Entry entry = new Entry(user.strip(), actor.strip(), roles, scope, recordsForOthers);
        try {
            AccountView made = desk.add(wanted(entry));
            list(model, visit);
            form(model, visit, new Entry("", "", List.of(), "*", false));
            model.addAttribute("made", made);
        } catch (ProblemException e) {
            wrong(model, visit, entry, Wrong.text(visit.say(), e.problem()), response);
        } catch (CommandRejected e) {
            wrong(model, visit, entry, Refusals.of(visit.say(), e.rejection()).text(), response);
        }
        return "pages/people";
    }

    private void wrong(
            Model model, Visit visit, Entry entry, String why, HttpServletResponse response) {
        response.setStatus(422);
        list(model, visit);
        form(model, visit, entry);
        model.addAttribute("mistake", why);
    }

    private static WantedAccount wanted(Entry entry) {
        return new WantedAccount(
                Optional.of(entry.user()),
                Optional.of(entry.actor()).filter(a -> !a.isEmpty()),
                Optional.of(entry.roles().stream().filter(r -> !r.isEmpty()).toList()),
                Optional.of(
                        Arrays.stream(entry.scope().split("[,\\s，]+"))
                                .filter(s -> !s.isEmpty())
                                .toList()),
                Optional.of(entry.recordsForOthers()),
                Optional.empty());
    }

    @GetMapping(PATH + "/{user}")
    String one(Model model, Visit visit, @PathVariable String user) {
        show(model, visit, desk.one(user));
        return "pages/person";
    }

    private void show(Model model, Visit visit, AccountView account) {
        frame.aboutAll(model, visit, "administration");
        model.addAttribute("sections", Section.links(visit, Section.PEOPLE));
        model.addAttribute("person", person(visit, account));
        form(
                model,
                visit,
                new Entry(
                        account.user(),
                        account.actor(),
                        account.roles(),
                        String.join(", ", account.scope()),
                        account.recordsForOthers()));
    }

    @PostMapping(PATH + "/{user}")
    String change(
            Model model,
            Visit visit,
            @PathVariable String user,
            @RequestParam String actor,
            @RequestParam(defaultValue = "") List<String> roles,
            @RequestParam(defaultValue = "") String scope,
            @RequestParam(defaultValue = "false") boolean recordsForOthers,
            HttpServletResponse response) {
        Entry entry = new Entry(user, actor.strip(), roles, scope, recordsForOthers);
        String why;
        try {
            show(model, visit, desk.change(user, wanted(entry)));
            model.addAttribute("changed", true);
            return "pages/person";
        } catch (ProblemException e) {
            why = Wrong.text(visit.say(), e.problem());
        } catch (CommandRejected e) {
            why = Refusals.of(visit.say(), e.rejection()).text();
        }
        response.setStatus(422);
        show(model, visit, desk.one(user));
        form(model, visit, entry);
        model.addAttribute("mistake", why);
        return "pages/person";
    }

    @PostMapping(PATH + "/{user}/lock")
    String lock(@PathVariable String user) {
        return back(desk.lock(user));
    }

    @PostMapping(PATH + "/{user}/unlock")
    String unlock(@PathVariable String user) {
        return back(desk.unlock(user));
    }

    private static String back(AccountView account) {
        return "redirect:" + Address.path("administration", "people", account.user());
    }

    /** The new password is shown this once. */
    @PostMapping(PATH + "/{user}/reset-password")
    String reset(Model model, Visit visit, @PathVariable String user) {
        AccountView reset = desk.reset(user);
        show(model, visit, reset);
        model.addAttribute("made", reset);
        return "pages/person";
    }
}
