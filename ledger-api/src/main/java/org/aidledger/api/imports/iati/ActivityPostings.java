package org.aidledger.api.imports.iati;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aidledger.api.imports.Origin;
import org.aidledger.api.imports.iati.Postings.Draft;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyCommand.Authorise;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.PlanPhase;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** The commands of one activity in one fund. */
final class ActivityPostings {

    /** On one day money first comes, then goes, then what is taken back. */
    private static final List<String> ORDER = List.of("1", "11", "2", "3", "4");

    private final Activity activity;
    private final String currency;
    private final FundId fund;
    private final ProjectId project;
    private final TransactionCommands commands;
    private final Provenance provenance;

    ActivityPostings(Provenance provenance, Activity activity, String currency) {
        this.provenance = provenance;
        this.activity = activity;
        this.currency = currency;
        this.fund = activity.fund(currency).id();
        this.project = new ProjectId(activity.id());
        this.commands = new TransactionCommands(activity, currency);
    }

    Stream<Line> lines() {
        return activity.lines(currency)
                .sorted(
                        Comparator.comparing(Line::date)
                                .thenComparingInt(ActivityPostings::rank)
                                .thenComparingInt(Line::ordinal));
    }

    private static int rank(Line line) {
        int place = ORDER.contains(line.type()) ? ORDER.indexOf(line.type()) : ORDER.size();
        return line.amount().isNegative() ? 100 - place : place;
    }

    Draft enrolment() {
        Money nothing = Denomination.of(currency).zero();
        ProjectProfile profile =
                new ProjectProfile(
                        activity.title(),
                        activity.category(),
                        activity.place(),
                        Channel.LOCAL,
                        ProjectProfile.Kind.NEW,
                        Delivery.CHEQUE,
                        false,
                        false,
                        false,
                        false);
        return new Draft(
                new EnrolProject(
                        fund,
                        ofActivity("activity", activity.earliest()),
                        project,
                        profile,
                        nothing,
                        nothing),
                origin("activity", ""));
    }

    Draft start(LocalDate date) {
        return new Draft(
                new RecordStart(fund, ofActivity("start", date), project),
                origin("activity-date", ""));
    }

    Draft completion(LocalDate date) {
        return new Draft(
                new RecordCompletion(fund, ofActivity("completion", date), project),
                origin("activity-date", ""));
    }

    Draft phase(Line budget) {
        return new Draft(
                new PlanPhase(
                        fund,
                        ofLine(budget, "budget", budget.date()),
                        project,
                        budget.amount(),
                        budget.amount()),
                budget.origin(activity.id()));
    }

    /**
     * A budget is spread over periods, but a commitment is made for the whole life of the activity.
     * So authority counts from the activity's first day: counted by period, every commitment would
     * seem to run ahead of it.
     */
    Draft authority(Line budget) {
        return new Draft(
                new Authorise(
                        fund, ofLine(budget, "authority", activity.earliest()), budget.amount()),
                new Origin(
                        "authority",
                        currency,
                        false,
                        activity.id(),
                        budget.ordinal(),
                        budget.kind().element));
    }

    Draft transaction(Line line) {
        return new Draft(
                commands.of(line, ofLine(line, "transaction", line.date())),
                line.origin(activity.id()));
    }

    private Voucher ofActivity(String what, LocalDate effective) {
        return provenance.voucher(
                Provenance.id(fund, what, activity.id()),
                effective,
                "iati-activity",
                activity.id(),
                "");
    }

    private Voucher ofLine(Line line, String what, LocalDate effective) {
        PostingId id =
                Provenance.id(
                        fund,
                        what,
                        activity.id(),
                        String.valueOf(activity.element()),
                        line.type(),
                        line.date().toString(),
                        line.amount().value().stripTrailingZeros().toPlainString(),
                        String.valueOf(line.occurrence()));
        return provenance.voucher(
                id,
                effective,
                "iati-" + line.kind().element,
                line.numberIn(activity.id()),
                note(line));
    }

    private static String note(Line line) {
        List<String> notes = new ArrayList<>();
        line.duplicateOf().ifPresent(k -> notes.add("exact duplicate of #" + k));
        if (line.dateGuessed()) {
            notes.add("dated by its value date");
        }
        if (!line.description().isEmpty()) {
            notes.add(line.description());
        }
        return String.join("; ", notes);
    }

    private Origin origin(String type, String ofCurrency) {
        return new Origin(type, ofCurrency, false, activity.id(), 0, "iati-activity");
    }
}
