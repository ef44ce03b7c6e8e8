package org.aidledger.api.pages.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.aidledger.access.Right;
import org.aidledger.api.pages.form.Offer;
import org.aidledger.api.pages.form.Option;
import org.aidledger.api.pages.form.Typed;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.approval.ApprovalStatus;
import org.aidledger.indicator.FundFigures;
import org.aidledger.indicator.ProjectFigures;
import org.aidledger.money.Denomination;
import org.aidledger.projections.Cursor;
import org.aidledger.projections.approvals.ApprovalRegister;
import org.aidledger.projections.approvals.RegisteredApproval.Kind;
import org.springframework.stereotype.Component;

/** Says what there is to choose from in the forms of a fund. */
@Component
class Offers {

    /** New money goes only to projects of the plan that are open. */
    private static final Set<String> OUTGOING =
            Set.of("allocate", "disburse", "pay", "pay-direct", "reclaim", "reallocate");

    /** These name a project that is not there yet. */
    private static final String ENROL = "enrol-project";

    private static final String PROPOSE = "propose-adjustment";
    private static final int MOST_PROPOSALS = 100;

    private final ApprovalRegister register;

    Offers(ApprovalRegister register) {
        this.register = register;
    }

    Offer of(Visit visit, FundFigures fund, String command) {
        Offer offer = Offer.of(fund.denomination(), "fund", "currency");
        if (!command.equals(ENROL)) {
            List<Option> projects = projects(fund, command);
            offer =
                    offer.choice("project", projects)
                            .choice("from", projects)
                            .choice("to", projects);
        }
        if (command.endsWith("-adjustment") && !command.equals(PROPOSE)) {
            offer = offer.suggestion("adjustment", proposals(visit, fund));
        }
        return offer.suggestion("category", known(fund, p -> p.profile().category()))
                .suggestion("place", known(fund, p -> p.profile().place()));
    }

    private static List<Option> projects(FundFigures fund, String command) {
        Predicate<ProjectFigures> fits =
                OUTGOING.contains(command) ? p -> p.inPlan() && p.closed().isEmpty() : _ -> true;
        return fund.projects().stream()
                .filter(fits)
                .map(p -> new Option(p.id().value(), p.id() + " " + p.profile().name()))
                .sorted(java.util.Comparator.comparing(Option::value))
                .toList();
    }

    private static List<Option> known(FundFigures fund, Function<ProjectFigures, String> property) {
        return fund.projects().stream()
                .map(property)
                .filter(p -> !p.isEmpty())
                .distinct()
                .sorted()
                .map(p -> new Option(p, p))
                .toList();
    }

    private List<Option> proposals(Visit visit, FundFigures fund) {
        return visit.may(Right.APPROVALS)
                ? register
                        .page(
                                Optional.of(fund.fund()),
                                Optional.of(ApprovalStatus.PENDING),
                                visit.moment().now(),
                                Cursor.START,
                                MOST_PROPOSALS)
                        .items()
                        .stream()
                        .filter(a -> a.kind() == Kind.ADJUSTMENT)
                        .map(a ->
                                new Option(
                                        a.subject(),
                                        a.subject() + " · " + visit.say().date(a.effective())))
                        .toList()
                : List.of();
    }

    /** For a fund that is not there yet, in the currency that was typed. */
    static Offer ofOpening(Typed typed) {
        return Offer.of(denomination(typed))
                .suggestion(
                        "currency",
                        Stream.of("CNY", "USD", "EUR").map(c -> new Option(c, c)).toList());
    }

    private static Denomination denomination(Typed typed) {
        String currency = typed.get("currency");
        String scale = typed.get("scale");
        try {
            return scale.matches("[0-9]")
                    ? new Denomination(currency, Integer.parseInt(scale))
                    : Denomination.of(currency);
        } catch (IllegalArgumentException _) {
            return Denomination.of("CNY"); // the currency is refused where it is read
        }
    }

    /** What the form of a command starts with. */
    static Typed atFirst(Visit visit, String command, Typed typed) {
        LocalDate today = visit.moment().today();
        Typed first = typed.orElse("effective", today.toString());
        String paper = visit.say().name("post.paper." + command, "");
        first = paper.isEmpty() ? first : first.orElse("documents[0].type", paper);
        return command.equals(Forms.OPEN)
                ? first.orElse("currency", "CNY")
                        .orElse("fiscalYear", Integer.toString(today.getYear()))
                        .orElse("mode", "STRICT")
                : first;
    }
}
