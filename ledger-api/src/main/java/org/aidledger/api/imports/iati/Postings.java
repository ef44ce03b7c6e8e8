package org.aidledger.api.imports.iati;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.api.imports.Origin;
import org.aidledger.event.Actor;
import org.aidledger.event.DocumentRef;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.FundCommand;
import org.aidledger.fund.FundId;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Authorise;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.PayDirect;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.MoneyCommand.Reclaim;
import org.aidledger.fund.MoneyCommand.RecordFlow;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.PlanPhase;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.Portion;
import org.aidledger.fund.ProjectId;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.money.Denomination;
import org.aidledger.money.Money;

/** Says which commands stand for a file's funds, activities, budgets and transactions. */
final class Postings {

    /** A command and where it comes from. */
    record Draft(FundCommand command, Origin origin) {}

    private static final BigDecimal ON = BigDecimal.ONE;
    private static final BigDecimal OFF = BigDecimal.ZERO;

    private final String sha256;
    private final Actor actor;

    /**
     * @param sha256 of the file, kept with every posting
     * @param actor in whose name everything is posted
     */
    Postings(String sha256, Actor actor) {
        this.sha256 = sha256;
        this.actor = actor;
    }

    /** Opens a fund, from the first day on: publishers fill in the past. */
    Draft opening(Outline.Needed fund) {
        FundId id = fund.key.id();
        return new Draft(
                new OpenFund(
                        id,
                        ofFund(id, "open"),
                        fund.name(),
                        fund.publisher,
                        fund.recipient,
                        fund.firstYear,
                        Mode.OBSERVED,
                        fund.scale,
                        Set.of(Channel.LOCAL),
                        Denomination.of(fund.key.currency()).zero()),
                ofFund(id));
    }

    /**
     * What the fund does not watch because IATI does not publish it: plans, advances and progress
     * never, incoming money and budgets where the file has none of this fund. A later file that has
     * them turns the watch on.
     */
    List<Draft> policies(Outline.Needed fund) {
        Map<PolicyItem, BigDecimal> policies = new EnumMap<>(PolicyItem.class);
        policies.put(PolicyItem.WATCH_PLAN, OFF);
        policies.put(PolicyItem.ADVANCE_PERCENT, new BigDecimal(100));
        policies.put(PolicyItem.GAP_ALERT_POINTS, new BigDecimal(1000));
        policies.put(PolicyItem.WATCH_CASH, fund.hasIncoming ? ON : OFF);
        policies.put(PolicyItem.WATCH_AUTHORITY, fund.hasBudgets ? ON : OFF);
        FundId id = fund.key.id();
        return policies.entrySet().stream()
                .map(policy ->
                        new Draft(
                                new SetPolicy(
                                        id,
                                        ofFund(id, policy.getKey() + "=" + policy.getValue()),
                                        policy.getKey(),
                                        policy.getValue()),
                                ofFund(id)))
                .toList();
    }

    /**
     * What comes before any outgoing money of the fund: the project, its budgets, its milestones,
     * and money received for it.
     */
    List<Draft> beforehand(Activity activity, String currency) {
        Posting posting = new Posting(activity, currency);
        List<Draft> drafts = new ArrayList<>();
        drafts.add(posting.enrolment());
        posting.lines()
                .filter(Line::isBudget)
                .forEach(budget -> {
                    drafts.add(posting.phase(budget));
                    if (!budget.amount().isZero()) {
                        drafts.add(posting.authority(budget));
                    }
                });
        activity.started().ifPresent(date -> drafts.add(posting.start(date)));
        activity.completed().ifPresent(date -> drafts.add(posting.completion(date)));
        posting.lines()
                .filter(line -> line.isIncoming() && line.amount().isPositive())
                .forEach(line -> drafts.add(posting.transaction(line)));
        return drafts;
    }

    /** Everything else, by date. */
    List<Draft> afterwards(Activity activity, String currency) {
        Posting posting = new Posting(activity, currency);
        return posting.lines()
                .filter(line -> !line.isBudget())
                .filter(line -> !(line.isIncoming() && line.amount().isPositive()))
                .map(posting::transaction)
                .toList();
    }

    private Voucher ofFund(FundId fund, String what) {
        return voucher(
                id(fund, "fund", what),
                Voucher.EARLIEST,
                new DocumentRef("iati-file", fund.value(), sha256),
                "");
    }

    private static Origin ofFund(FundId fund) {
        return new Origin("fund", "", false, fund.value(), 0, "iati-activities");
    }

    private Voucher voucher(PostingId id, LocalDate effective, DocumentRef document, String note) {
        return new Voucher(id, effective, actor, List.of(), List.of(document), note);
    }

    private static PostingId id(FundId fund, String... what) {
        String[] parts =
                Stream.concat(Stream.of(fund.value()), Stream.of(what)).toArray(String[]::new);
        return new PostingId("iati:" + Digest.of(parts));
    }

    /** The commands of one activity in one fund. */
    private final class Posting {

        /** On one day money first comes, then goes, then what is taken back. */
        private static final List<String> ORDER = List.of("1", "11", "2", "3", "4");

        private final Activity activity;
        private final String currency;
        private final FundId fund;
        private final ProjectId project;
        private final Optional<Line> firstDisbursement;

        Posting(Activity activity, String currency) {
            this.activity = activity;
            this.currency = currency;
            this.fund = activity.fund(currency).id();
            this.project = new ProjectId(activity.id());
            this.firstDisbursement =
                    activity.lines(currency)
                            .filter(line -> line.moves("3") && line.amount().isPositive())
                            .min(Comparator.comparing(Line::date).thenComparingInt(Line::ordinal));
        }

        Stream<Line> lines() {
            return activity.lines(currency)
                    .sorted(
                            Comparator.comparing(Line::date)
                                    .thenComparingInt(Posting::rank)
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
         * A budget is spread over periods, but a commitment is made for the whole life of the
         * activity. So authority counts from the activity's first day: counted by period, every
         * commitment would seem to run ahead of it.
         */
        Draft authority(Line budget) {
            return new Draft(
                    new Authorise(
                            fund,
                            ofLine(budget, "authority", activity.earliest()),
                            budget.amount()),
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
                    command(line, ofLine(line, "transaction", line.date())),
                    line.origin(activity.id()));
        }

        private FundCommand command(Line line, Voucher voucher) {
            Money amount = line.amount();
            if (amount.isZero()) {
                return flow(voucher, "nil-" + line.type(), amount);
            }
            return switch (line.type()) {
                case "1", "11" ->
                        amount.isPositive()
                                ? new Receive(fund, voucher, amount)
                                : new ReturnFunds(fund, voucher, amount.negated());
                case "2" ->
                        amount.isPositive()
                                ? new Allocate(fund, voucher, project, amount)
                                : reclaim(line, voucher);
                case "3" ->
                        amount.isPositive()
                                ? new Disburse(fund, voucher, project, amount)
                                : recover(line, voucher, RecoveredFrom.DISBURSEMENT);
                case "4" ->
                        amount.isPositive()
                                ? payment(line, voucher)
                                : recover(line, voucher, RecoveredFrom.PAYMENT);
                default -> flow(voucher, line.type().isEmpty() ? "none" : line.type(), amount);
            };
        }

        /** An expenditure without an earlier disbursement disburses and pays. */
        private FundCommand payment(Line line, Voucher voucher) {
            return firstDisbursement.filter(first -> isEarlier(first, line)).isPresent()
                    ? new Pay(fund, voucher, project, line.amount(), line.party())
                    : new PayDirect(fund, voucher, project, line.amount(), line.party());
        }

        /** Of an earlier day, or of the same day and earlier in the file. */
        private static boolean isEarlier(Line first, Line line) {
            return first.date().isBefore(line.date())
                    || (first.date().equals(line.date()) && first.ordinal() < line.ordinal());
        }

        private Reclaim reclaim(Line line, Voucher voucher) {
            return new Reclaim(
                    fund,
                    voucher,
                    project,
                    new Portion.Exactly(line.amount().negated()),
                    ReclaimReason.SURPLUS,
                    asNegative(line));
        }

        private Recover recover(Line line, Voucher voucher, RecoveredFrom stage) {
            return new Recover(
                    fund,
                    voucher,
                    project,
                    line.amount().negated(),
                    stage,
                    "iati-negative-" + line.type(),
                    asNegative(line));
        }

        private String asNegative(Line line) {
            return OneLine.of("published as a negative line: " + number(line), 300);
        }

        private RecordFlow flow(Voucher voucher, String flow, Money amount) {
            return new RecordFlow(fund, voucher, project, OneLine.of(flow, 60), amount);
        }

        private Voucher ofActivity(String what, LocalDate effective) {
            return voucher(
                    id(fund, what, activity.id()),
                    effective,
                    new DocumentRef("iati-activity", activity.id(), sha256),
                    "");
        }

        private Voucher ofLine(Line line, String what, LocalDate effective) {
            PostingId id =
                    id(
                            fund,
                            what,
                            activity.id(),
                            String.valueOf(activity.element()),
                            line.type(),
                            line.date().toString(),
                            line.amount().value().stripTrailingZeros().toPlainString(),
                            String.valueOf(line.occurrence()));
            DocumentRef document =
                    new DocumentRef("iati-" + line.kind().element, number(line), sha256);
            return voucher(id, effective, document, note(line));
        }

        private String number(Line line) {
            return OneLine.of("%s#%d %s".formatted(activity.id(), line.ordinal(), line.ref()), 300);
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
}
