package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aidledger.event.PostingId;
import org.aidledger.fund.Channel;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Reverse;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.fund.Review;

/**
 * January to June 2024 in Aksu, with what the ledger learned of it only in July: a corrected
 * disbursement, bank papers that came late, a start and progress reports handed in afterwards.
 */
final class AksuFirstHalf {

    /** A new project's papers were incomplete in January; it is deferred. */
    static final Site DEFERRED = extra("AKS24-161", "柯坪县", "柯坪县养老服务中心建设项目", 2_600);

    private static final LocalDate KNOWN_REPORTS = LocalDate.of(2024, 7, 2);
    private static final LocalDate KNOWN_LATE = LocalDate.of(2024, 7, 9);
    private static final LocalDate KNOWN_CORRECTION = LocalDate.of(2024, 7, 11);

    private static final Site CANCELLED = extra("AKS24-162", "库车市", "库车市办公楼改扩建项目", 1_900);

    private final FundBook book;
    private final Staff staff;
    private final Clerk clerk;
    private final Foreman foreman;
    private final List<AksuProject> projects;

    AksuFirstHalf(FundBook book, Staff staff, List<AksuProject> projects) {
        this.book = book;
        this.staff = staff;
        this.clerk = new Clerk(book, staff);
        this.foreman = new Foreman(book, staff);
        this.projects = projects;
    }

    private static Site extra(String id, String place, String name, long planned) {
        return Sites.site(id, Category.LIVELIHOOD, place, name, Kind.NEW, Delivery.CHEQUE, planned);
    }

    void write() {
        plan();
        money();
        for (AksuProject project : projects) {
            tranches(project);
            works(project);
        }
        correct();
        clerk.closePeriod(LocalDate.of(2024, 7, 19), AksuProject.HALF);
    }

    private void plan() {
        LocalDate opening = LocalDate.of(2024, 1, 3);
        clerk.open(
                opening,
                "浙江省对口支援阿克苏地区资金 2024",
                "浙江省",
                "新疆维吾尔自治区阿克苏地区",
                Mode.STRICT,
                Set.of(Channel.LOCAL),
                Wan.of(AksuPlan.PLANNED + 5_000));
        clerk.policy(opening, PolicyItem.IDLE_AFTER_DAYS, "120");
        LocalDate enrolled = LocalDate.of(2024, 1, 8);
        clerk.enrol(enrolled, DEFERRED);
        clerk.enrol(enrolled, CANCELLED);
        LocalDate reviewed = enrolled.plusDays(5);
        clerk.review(reviewed, DEFERRED, Review.COMPLIANCE, true, "在规划内");
        clerk.review(reviewed, DEFERRED, Review.REASONABLENESS, true, "规模适度");
        clerk.review(reviewed.plusDays(2), DEFERRED, Review.COMPLETENESS, false, "缺用地预审和可研批复，暂缓下达");
        clerk.review(reviewed, CANCELLED, Review.COMPLIANCE, false, "属楼堂馆所，禁止类，取消");
        clerk.plan(enrolled, projects.stream().map(AksuProject::site).toList());
    }

    private void money() {
        clerk.receive(LocalDate.of(2024, 1, 24), 80_000);
        clerk.receive(LocalDate.of(2024, 4, 10), 60_000);
        clerk.receive(LocalDate.of(2024, 6, 5), 50_000);
        for (AksuProject project : projects) {
            Site site = project.site();
            clerk.allocate(LocalDate.of(2024, 1, 25), site, site.planned());
            if (project.n() % 4 == 0) {
                foreman.target(LocalDate.of(2024, 1, 26), site, "受益人数", site.planned() * 3, "人");
            }
            if (site.profile().enterprise()) {
                foreman.matching(LocalDate.of(2024, 5, 8), site, site.investment() * 6 / 100);
            }
        }
    }

    private void tranches(AksuProject project) {
        Site site = project.site();
        int n = project.n();
        clerk.disburse(LocalDate.of(2024, 2, 5).plusDays(n % 45), site, project.firstTranche());
        clerk.disburse(LocalDate.of(2024, 4, 15).plusDays(n % 36), site, project.secondTranche());
        if (project.equals(corrected())) {
            return;
        }
        LocalDate third = LocalDate.of(2024, 6, 6).plusDays(n % 22);
        boolean paperCameLate = n % 27 == 5;
        clerk.disbursement(third, site)
                .known(paperCameLate ? KNOWN_LATE : third)
                .note(paperCameLate ? "银行回单7月补到，按实际拨款日入账" : "")
                .post(v -> clerk.disburse(v, site, Wan.of(project.thirdTranche())));
    }

    private void works(AksuProject project) {
        Site site = project.site();
        if (project.hasContract()) {
            foreman.contract(LocalDate.of(2024, 1, 26), site, project.contract());
        }
        if (!project.startedByHalf()) {
            return;
        }
        LocalDate start = project.start().orElseThrow();
        if (start.equals(AksuPlan.LAST_START)) {
            foreman.startKnown(start, KNOWN_LATE, site);
        } else {
            foreman.start(start, site);
        }
        if (start.isBefore(LocalDate.of(2024, 4, 1))) {
            LocalDate spring = LocalDate.of(2024, 4, 8);
            foreman.progress(spring, spring, site, project.worked() * 35 / 100);
            clerk.pay(LocalDate.of(2024, 4, 22), site, project.firstPayment());
        }
        boolean late = project.n() % 19 == 7 || start.equals(AksuPlan.LAST_START);
        LocalDate visit = LocalDate.of(2024, 6, 28);
        foreman.progress(visit, late ? KNOWN_LATE : KNOWN_REPORTS, site, project.worked());
        clerk.pay(visit, site, project.secondPayment());
    }

    /** The project whose third tranche was first posted with a wrong amount. */
    private AksuProject corrected() {
        return projects.stream()
                .filter(p -> p.startedByHalf() && p.thirdTranche() > 200)
                .findFirst()
                .orElseThrow();
    }

    private void correct() {
        AksuProject project = corrected();
        Site site = project.site();
        LocalDate day = LocalDate.of(2024, 6, 20);
        long right = project.thirdTranche();
        PostingId wrong =
                clerk.disbursement(day, site)
                        .post(v -> clerk.disburse(v, site, Wan.of(right / 10)));
        book.on(day, staff.cashier())
                .approvedBy(staff.director())
                .paper("更正单", "更-2024-01")
                .known(KNOWN_CORRECTION)
                .note("对账发现金额少录一位")
                .post(v -> new Reverse(book.fund(), v, wrong, "金额少录一位，与银行回单不符"));
        clerk.disbursement(day, site)
                .known(KNOWN_CORRECTION)
                .note("更正 " + wrong)
                .post(v -> clerk.disburse(v, site, Wan.of(right)));
    }
}
