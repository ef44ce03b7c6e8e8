package org.aidledger.fund;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.GovernanceEvent.BreachNoted;
import org.aidledger.fund.GovernanceEvent.FundOpened;
import org.aidledger.fund.GovernanceEvent.PolicySet;
import org.aidledger.fund.MoneyEvent.FundsAllocated;
import org.aidledger.fund.MoneyEvent.FundsDisbursed;
import org.aidledger.fund.MoneyEvent.FundsPaid;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.fund.MoneyEvent.FundsReclaimed;
import org.aidledger.fund.PlanEvent.PlanIssued;
import org.aidledger.fund.PlanEvent.ProjectEnrolled;
import org.aidledger.fund.PlanEvent.ReviewOutcome;
import org.aidledger.fund.PlanEvent.ReviewRecorded;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.fund.WorksEvent.ProjectCompleted;
import org.aidledger.fund.WorksEvent.ProjectStarted;
import org.aidledger.money.Money;
import org.aidledger.payee.Payee;

/** The words in which the tests speak: events in the past tense, dated {@link #DAY} by default. */
final class Words {

    static final FundId FUND = new FundId("ZJ-AKS-2024");
    static final ProjectId ROAD = new ProjectId("ROAD");
    static final ProjectId SCHOOL = new ProjectId("SCHOOL");
    static final ProjectId FARM = new ProjectId("FARM");

    /** The first day of the fund. */
    static final LocalDate OPENING = LocalDate.of(2024, 1, 1);

    static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    static final PostingId UNNAMED = new PostingId("unnamed");
    static final Voucher VOUCHER = Voucher.of("unnamed", DAY, "王芳");

    /** With the name of a second person, for what nobody may do alone. */
    static final Voucher APPROVED =
            new Voucher(UNNAMED, DAY, new Actor("王芳"), List.of(new Actor("李强")), List.of(), "");

    private Words() {}

    static Money cny(String amount) {
        return Money.of(amount, "CNY");
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    /** The same on another business date. */
    static <T> T on(String date, T what) {
        Voucher v = voucherOf(what);
        return under(
                new Voucher(
                        v.postingId(),
                        day(date),
                        v.actor(),
                        v.approvedBy(),
                        v.documents(),
                        v.note()),
                what);
    }

    /** The same under another posting id. */
    static <T> T as(String id, T what) {
        Voucher v = voucherOf(what);
        return under(
                new Voucher(
                        new PostingId(id),
                        v.effective(),
                        v.actor(),
                        v.approvedBy(),
                        v.documents(),
                        v.note()),
                what);
    }

    /** The same done by someone else. */
    static <T> T by(String actor, T what) {
        Voucher v = voucherOf(what);
        return under(Voucher.of(v.postingId().value(), v.effective(), actor), what);
    }

    /** The same record under another voucher. */
    @SuppressWarnings("unchecked")
    static <T> T under(Voucher voucher, T what) {
        RecordComponent[] components = what.getClass().getRecordComponents();
        try {
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] =
                        components[i].getType() == Voucher.class
                                ? voucher
                                : components[i].getAccessor().invoke(what);
            }
            Class<?>[] types =
                    Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new);
            return (T) what.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Voucher voucherOf(Object what) {
        return switch (what) {
            case FundEvent e -> e.voucher();
            case FundCommand c -> c.voucher();
            default -> throw new IllegalArgumentException("no voucher: " + what);
        };
    }

    static FundOpened opened(String authorised) {
        return opened(authorised, Mode.STRICT);
    }

    static FundOpened observed(String authorised) {
        return opened(authorised, Mode.OBSERVED);
    }

    private static FundOpened opened(String authorised, Mode mode) {
        return new FundOpened(
                FUND,
                Voucher.of("opening", OPENING, "王芳"),
                "浙江援助阿克苏2024",
                "浙江",
                "阿克苏",
                2024,
                mode,
                2,
                EnumSet.of(Channel.LOCAL),
                cny(authorised));
    }

    static FundsReceived received(String amount) {
        return new FundsReceived(FUND, VOUCHER, cny(amount));
    }

    static FundsAllocated allocated(ProjectId project, String amount) {
        return new FundsAllocated(FUND, VOUCHER, project, cny(amount));
    }

    static FundsDisbursed disbursed(ProjectId project, String amount) {
        return new FundsDisbursed(FUND, VOUCHER, project, cny(amount));
    }

    static FundsPaid paid(ProjectId project, String amount) {
        return new FundsPaid(FUND, VOUCHER, project, cny(amount), Payee.NOBODY);
    }

    static FundsReclaimed reclaimed(ProjectId project, String amount) {
        return new FundsReclaimed(
                FUND,
                VOUCHER,
                project,
                new Portion.Exactly(cny(amount)),
                ReclaimReason.IDLE,
                "minutes 1",
                cny(amount));
    }

    static PolicySet policy(PolicyItem item, String value) {
        return on("2024-01-01", new PolicySet(FUND, VOUCHER, item, new BigDecimal(value)));
    }

    static ProjectProfile profile(boolean livelihood) {
        return profile(livelihood, Channel.LOCAL);
    }

    static ProjectProfile profile(boolean livelihood, Channel channel) {
        return new ProjectProfile(
                "公路",
                "基础设施",
                "乌什",
                channel,
                Kind.NEW,
                Delivery.CHEQUE,
                true,
                livelihood,
                false,
                false);
    }

    static ProjectEnrolled enrolled(ProjectId project, String planned) {
        return enrolled(project, planned, profile(true));
    }

    static ProjectEnrolled enrolled(ProjectId project, String planned, ProjectProfile profile) {
        return on(
                "2024-01-02",
                new ProjectEnrolled(FUND, VOUCHER, project, profile, cny(planned), cny(planned)));
    }

    static ReviewRecorded reviewed(ProjectId project, Review review) {
        return on(
                "2024-01-03",
                new ReviewRecorded(
                        FUND, VOUCHER, project, review, true, "", ReviewOutcome.CANDIDATE));
    }

    static List<FundEvent> reviewed(ProjectId project) {
        return List.of(
                reviewed(project, Review.COMPLIANCE),
                reviewed(project, Review.REASONABLENESS),
                reviewed(project, Review.COMPLETENESS));
    }

    static PlanIssued issued(ProjectId... projects) {
        return on("2024-01-05", new PlanIssued(FUND, VOUCHER, 1, List.of(projects)));
    }

    /** Enrolled with 100.00 each, reviewed, and in the plan since 5 January. */
    static List<FundEvent> planned(ProjectId... projects) {
        List<FundEvent> events = new ArrayList<>();
        for (ProjectId project : projects) {
            events.add(enrolled(project, "100.00"));
            events.addAll(reviewed(project));
        }
        events.add(issued(projects));
        return events;
    }

    static ProjectStarted started(ProjectId project) {
        return on("2024-01-10", new ProjectStarted(FUND, VOUCHER, project));
    }

    static ProjectCompleted completed(ProjectId project) {
        return on("2024-02-10", new ProjectCompleted(FUND, VOUCHER, project));
    }

    static BreachNoted breach(String subject, FundRejection rule) {
        return new BreachNoted(FUND, VOUCHER, rule.code(), subject, rule.message());
    }
}
