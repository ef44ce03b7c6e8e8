package org.aidledger.api.pages.fund;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.pages.chart.PayBar;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.api.pages.frame.Figure;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.fund.FundId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.indicator.ProjectStatus;
import org.aidledger.money.Money;

/**
 * A project in a table.
 *
 * @param bar payment and progress as a picture
 * @param gap points by which payment is ahead; a dash where there is none
 * @param isAhead whether that is more than the fund allows
 * @param status how far it is, or what is wrong with it
 * @param tone {@code red} for what needs a person, {@code gold} for what is pending
 */
record ProjectRow(
        String id,
        String name,
        String address,
        String place,
        List<String> tags,
        Figure planned,
        Figure allocated,
        Figure disbursed,
        Figure paid,
        String bar,
        String gap,
        boolean isAhead,
        String status,
        String tone) {

    static ProjectRow of(
            Visit visit, FundId fund, ProjectFigures p, Map<String, Alert.Kind> alerts) {
        Say say = visit.say();
        Optional<Alert.Kind> alert = Optional.ofNullable(alerts.get(p.id().value()));
        boolean ahead = alert.filter(a -> a == Alert.Kind.GAP).isPresent();
        Address postings =
                visit.to("funds", fund.value(), "postings").with("project", p.id().value());
        return new ProjectRow(
                p.id().value(),
                p.profile().name(),
                visit.to("funds", fund.value(), "projects", p.id().value()).toString(),
                p.profile().place(),
                tags(say, p.profile()),
                Figure.of(say, p.planned(), postings.with("figure", "planned")),
                Figure.of(say, p.allocated(), postings.with("figure", "allocated")),
                Figure.of(say, p.disbursed(), postings.with("figure", "disbursed")),
                Figure.of(say, p.paid(), postings.with("figure", "paid")),
                bar(say, p, ahead),
                p.gapPoints().map(say::points).orElse(Say.NONE),
                ahead,
                p.frozen()
                        ? say.word("project.frozen")
                        : alert.map(a -> say.word("alert." + a + ".short"))
                                .orElseGet(() -> say.word("status." + p.status())),
                p.frozen() || alert.isPresent() ? "red" : tone(p.status()));
    }

    private static List<String> tags(Say say, ProjectProfile profile) {
        List<String> tags = new ArrayList<>();
        if (profile.livelihood()) {
            tags.add(say.word("flag.livelihood"));
        }
        if (profile.grassroots()) {
            tags.add(say.word("flag.grassroots"));
        }
        if (tags.isEmpty() && !profile.category().isEmpty()) {
            tags.add(profile.category());
        }
        return tags;
    }

    static String bar(Say say, ProjectFigures p, boolean ahead) {
        Optional<BigDecimal> share = share(p.disbursed(), p.planned());
        double done = p.physicalPercent().map(BigDecimal::doubleValue).orElse(-1.0);
        return PayBar.of(
                share.map(BigDecimal::doubleValue).orElse(0.0),
                done,
                ahead,
                say.word(
                        "bar.label",
                        share.map(s -> say.number(s, 1) + "%").orElse(Say.NONE),
                        p.physicalPercent().map(d -> say.number(d, 1) + "%").orElse(Say.NONE)));
    }

    private static Optional<BigDecimal> share(Money part, Money whole) {
        return whole.isZero()
                ? Optional.empty()
                : Optional.of(
                        part.value()
                                .movePointRight(2)
                                .divide(whole.value(), 1, RoundingMode.HALF_UP));
    }

    private static String tone(ProjectStatus status) {
        return switch (status) {
            case ACCEPTED, ARCHIVED, CLOSED -> "done";
            case DEFERRED, COMPLETED -> "gold";
            case CANDIDATE, CANCELLED, PLANNED, STARTED -> "plain";
        };
    }
}
