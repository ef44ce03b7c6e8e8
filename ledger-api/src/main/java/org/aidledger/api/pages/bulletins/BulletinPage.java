package org.aidledger.api.pages.bulletins;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.pages.frame.Cards;
import org.aidledger.api.pages.frame.Frame;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.api.snapshot.Comparison;
import org.aidledger.api.snapshot.SnapshotDesk;
import org.aidledger.api.snapshot.Verified;
import org.aidledger.indicator.Indicator;
import org.aidledger.money.Money;
import org.aidledger.projections.snapshots.RegisteredSnapshot;
import org.aidledger.proof.TransparencyLog;
import org.aidledger.snapshot.SnapshotFigures;
import org.aidledger.snapshot.SnapshotId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows a bulletin as it is printed, and two snapshots side by side. */
@Controller
class BulletinPage {

    private final SnapshotDesk desk;
    private final Bulletins bulletins;
    private final TransparencyLog log;
    private final Frame frame;

    BulletinPage(SnapshotDesk desk, Bulletins bulletins, TransparencyLog log, Frame frame) {
        this.desk = desk;
        this.bulletins = bulletins;
        this.log = log;
        this.frame = frame;
    }

    @GetMapping("/snapshots/{snapshot}/print")
    String print(Model model, Visit visit, @PathVariable SnapshotId snapshot) {
        RegisteredSnapshot found = desk.required(snapshot);
        Bulletins.Made made = bulletins.of(visit.say(), found);
        frame.aboutAll(model, visit, "snapshots");
        model.addAttribute("row", SnapshotWords.of(visit, found));
        model.addAttribute("sections", made.sections());
        model.addAttribute("verified", Verified.of(found, made.figures(), log));
        model.addAttribute("frozen", found.frozen());
        found.signed().ifPresent(s -> model.addAttribute("signed", s));
        return "pages/bulletin";
    }

    /** A fund's line of a comparison. */
    record FundLine(String name, String unit, String changes, List<Line> sums, List<Line> rates) {}

    /** A sum or rate on both sides. */
    record Line(
            String name,
            String from,
            String fromMade,
            String to,
            String toMade,
            String difference,
            String exact,
            boolean same) {}

    @GetMapping("/snapshots/{snapshot}/compare")
    String compare(
            Model model,
            Visit visit,
            @PathVariable SnapshotId snapshot,
            @RequestParam SnapshotId other) {
        RegisteredSnapshot one = desk.required(snapshot);
        RegisteredSnapshot two = desk.required(other);
        boolean inOrder = !two.frozen().asOf().isBefore(one.frozen().asOf());
        RegisteredSnapshot from = inOrder ? one : two;
        RegisteredSnapshot to = inOrder ? two : one;
        SnapshotFigures a = desk.figures(from.frozen().terms());
        SnapshotFigures b = desk.figures(to.frozen().terms());
        frame.aboutAll(model, visit, "snapshots");
        model.addAttribute("from", SnapshotWords.of(visit, from));
        model.addAttribute("to", SnapshotWords.of(visit, to));
        model.addAttribute(
                "funds",
                Comparison.lines(a.terms(), a.closing(), b.terms(), b.closing()).stream()
                        .map(l -> line(visit, l, a, b))
                        .toList());
        model.addAttribute(
                "differ",
                !a.digest().equals(from.frozen().digest())
                        || !b.digest().equals(to.frozen().digest()));
        return "pages/snapshot-compare";
    }

    private static FundLine line(
            Visit visit, Comparison.FundLine fund, SnapshotFigures a, SnapshotFigures b) {
        Say say = visit.say();
        List<Line> sums = new ArrayList<>();
        for (Comparison.SumLine s : fund.sums()) {
            sums.add(
                    new Line(
                            say.word("figure." + s.sum()),
                            money(say, s.from(), fund.currency()),
                            "",
                            money(say, s.to(), fund.currency()),
                            "",
                            s.difference()
                                    .map(d ->
                                            (d.signum() > 0 ? "+" : "")
                                                    + money(say, Optional.of(d), fund.currency()))
                                    .orElse(Say.NONE),
                            s.difference().map(BigDecimal::toPlainString).orElse(""),
                            s.difference().map(d -> d.signum() == 0).orElse(false)));
        }
        List<Line> rates = new ArrayList<>();
        for (Comparison.RateLine r : fund.indicators()) {
            rates.add(
                    new Line(
                            say.name(r.code()),
                            value(say, r.from()),
                            made(say, r.from()),
                            value(say, r.to()),
                            made(say, r.to()),
                            r.difference().map(say::points).orElse(Say.NONE),
                            r.difference().map(BigDecimal::toPlainString).orElse(""),
                            r.difference().map(d -> d.signum() == 0).orElse(false)));
        }
        return new FundLine(
                fund.name(),
                say.unitOf(fund.currency()),
                visit.to("funds", fund.fund().value(), "changes")
                        .now()
                        .with("from", a.terms().asOf() + "@" + a.terms().knownAt())
                        .with("to", b.terms().asOf() + "@" + b.terms().knownAt())
                        .toString(),
                sums,
                rates);
    }

    private static String money(Say say, Optional<BigDecimal> value, String currency) {
        return value.map(v -> say.money(Money.of(v.toPlainString(), currency))).orElse(Say.NONE);
    }

    private static String value(Say say, Optional<Indicator> indicator) {
        return indicator.map(say::value).orElse(Say.NONE);
    }

    private static String made(Say say, Optional<Indicator> indicator) {
        return indicator.map(i -> Cards.made(say, i)).orElse("");
    }
}
