package org.aidledger.api.pages.frame;

import java.util.Optional;
import org.aidledger.access.Right;
import org.aidledger.api.approval.Waiting;
import org.aidledger.fund.FundId;
import org.aidledger.projections.life.Life;
import org.aidledger.projections.life.Lives;
import org.aidledger.projections.status.ProcessorStatus;
import org.aidledger.projections.status.ReadSide;
import org.springframework.ui.Model;

/** Puts around a page what every page has. */
public final class Frame {

    private static final long SOME = 1000;

    private final Lives lives;
    private final ReadSide readSide;
    private final Waiting waiting;
    private final Assets assets;

    Frame(Lives lives, ReadSide readSide, Waiting waiting, Assets assets) {
        this.lives = lives;
        this.readSide = readSide;
        this.waiting = waiting;
        this.assets = assets;
    }

    /**
     * A fund that a page is about.
     *
     * @param name as people call it
     */
    public record Subject(FundId fund, String name) {}

    /**
     * What the ledger has to say on every page, in words.
     *
     * @param behind events that the figures do not hold yet
     */
    public record Trouble(boolean stopped, long behind, String error) {}

    /** A page about one fund. */
    public void about(Model model, Visit visit, Subject subject, String tab) {
        fill(model, visit, lives.of(subject.fund(), visit.at()));
        model.addAttribute("subject", subject);
        model.addAttribute("tab", tab);
    }

    /** A page about all funds. */
    public void aboutAll(Model model, Visit visit, String tab) {
        fill(model, visit, visit.may(Right.FIGURES) ? lives.ofAll(visit.at()) : Life.NONE);
        model.addAttribute("tab", tab);
    }

    private void fill(Model model, Visit visit, Life life) {
        plain(model, visit.say());
        model.addAttribute("visit", visit);
        model.addAttribute("here", visit.here());
        model.addAttribute("waiting", waiting.forCaller());
        model.addAttribute("bar", TimeBar.of(visit, life));
        trouble().ifPresent(t -> model.addAttribute("trouble", t));
    }

    /** A page for somebody who is not signed in. */
    public void plain(Model model, Say say) {
        model.addAttribute("say", say);
        model.addAttribute("assets", assets);
    }

    private Optional<Trouble> trouble() {
        ProcessorStatus status = readSide.status();
        boolean stopped = !status.running() || status.error().isPresent();
        return stopped || status.lag() > SOME
                ? Optional.of(new Trouble(stopped, status.lag(), status.error().orElse("")))
                : Optional.empty();
    }
}
