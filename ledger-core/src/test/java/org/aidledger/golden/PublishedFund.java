package org.aidledger.golden;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.finding.FindingCommand;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.Review;
import org.aidledger.fund.StatedFigures;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.fund.WorksCommand.ReportProgress;
import org.aidledger.indicator.Alert;
import org.aidledger.indicator.Alerts;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.Indicator;
import org.aidledger.indicator.Indicators;
import org.aidledger.money.Money;

/**
 * A fund known from published sums: posts the commands that make them, in 万元, one day apart, and
 * asks for the figures at the end of its year.
 */
final class PublishedFund {

    private final MemoryLedger ledger = new MemoryLedger();
    private final FundId id;
    private final LocalDate firstDay;
    private int posted;

    private PublishedFund(String id, int year) {
        this.id = new FundId(id);
        this.firstDay = LocalDate.of(year, 1, 1);
    }

    /** A fund of both channels, with so much authorised. */
    static PublishedFund opened(String id, int year, Mode mode, String authorisedWan) {
        PublishedFund fund = new PublishedFund(id, year);
        fund.send(v ->
                new OpenFund(
                        fund.id,
                        v,
                        id,
                        "支援方",
                        "受援地",
                        year,
                        mode,
                        2,
                        EnumSet.allOf(Channel.class),
                        wan(authorisedWan)));
        return fund;
    }

    FundId id() {
        return id;
    }

    PublishedFund enrol(Draught project) {
        return send(v ->
                new EnrolProject(
                        id,
                        v,
                        project.id(),
                        project.profile(),
                        wan(project.planned()),
                        wan(project.investment())));
    }

    /** Reviews all projects and issues the plan. */
    PublishedFund plan(List<Draught> projects) {
        projects.forEach(this::enrol);
        for (Draught project : projects) {
            for (Review review : Review.values()) {
                send(v -> new RecordReview(id, v, project.id(), review, true, ""));
            }
        }
        return send(v -> new IssuePlan(id, v));
    }

    PublishedFund receive(String wan) {
        return send(v -> new Receive(id, v, wan(wan)));
    }

    PublishedFund allocate(Draught project, String wan) {
        return send(v -> new Allocate(id, v, project.id(), wan(wan)));
    }

    PublishedFund disburse(Draught project, String wan) {
        return send(v -> new Disburse(id, v, project.id(), wan(wan)));
    }

    PublishedFund start(Draught project) {
        return send(v -> new RecordStart(id, v, project.id()));
    }

    PublishedFund complete(Draught project) {
        return send(v -> new RecordCompletion(id, v, project.id()));
    }

    PublishedFund progress(Draught project, String percent, String wan) {
        return send(v ->
                new ReportProgress(id, v, project.id(), new BigDecimal(percent), wan(wan), "核查组"));
    }

    PublishedFund state(StatedFigures... figures) {
        return send(v -> new StateFigures(id, v, "公开报道", List.of(figures)));
    }

    /** Posts a command under a voucher of this fund's day. */
    PublishedFund send(Function<Voucher, FundCommand> command) {
        ledger.send(command.apply(voucher("会计")));
        return this;
    }

    /** Posts a finding's command under a voucher of this fund's day. */
    PublishedFund file(String actor, Function<Voucher, FindingCommand> command) {
        ledger.send(command.apply(voucher(actor)));
        return this;
    }

    /** Dates rise slowly, so that a year holds a few thousand vouchers. */
    private Voucher voucher(String actor) {
        int n = posted++;
        return new Voucher(
                new PostingId("V-" + n),
                firstDay.plusDays(n / 20),
                new Actor(actor),
                List.of(new Actor("局长")),
                List.of(),
                "");
    }

    FundFigures figures() {
        return ledger.figures(id, firstDay.plusYears(2));
    }

    BigDecimal rate(Indicator.Code code) {
        return Indicators.of(figures()).stream()
                .filter(i -> i.code() == code)
                .findFirst()
                .flatMap(Indicator::value)
                .orElseThrow();
    }

    List<Alert> alerts() {
        return Alerts.of(figures());
    }

    List<BreachNoted> breaches() {
        return ledger.events().stream()
                .map(e -> e.event())
                .filter(BreachNoted.class::isInstance)
                .map(BreachNoted.class::cast)
                .toList();
    }

    /** An amount stated in 万元, at most six decimals: down to the fen. */
    static Money wan(String wan) {
        return Money.of(
                new BigDecimal(wan).movePointRight(4).stripTrailingZeros().toPlainString(), "CNY");
    }

    /** An amount stated in 亿元. */
    static String yi(String yi) {
        return new BigDecimal(yi).movePointRight(4).toPlainString();
    }
}
