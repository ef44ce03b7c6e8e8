package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.aidledger.event.PostingId;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ReallocationBasis;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.fund.WorksCommand.FreezeProject;
import org.aidledger.fund.WorksCommand.UnfreezeProject;

/** July to December 2024 in Aksu: adjustment, freeze, reclaim, settlement, closing. */
final class AksuSecondHalf {

    private final FundBook book;
    private final Staff staff;
    private final Clerk clerk;
    private final Foreman foreman;
    private final Reclaims reclaims;
    private final List<AksuProject> projects;

    /**
     * The slow project that gives money, the quick one that takes it, one under audit, one idle.
     */
    private final AksuProject slow;

    private final AksuProject quick;
    private final AksuProject audited;
    private final AksuProject idle;

    AksuSecondHalf(FundBook book, Staff staff, List<AksuProject> projects) {
        this.book = book;
        this.staff = staff;
        this.clerk = new Clerk(book, staff);
        this.foreman = new Foreman(book, staff);
        this.reclaims = new Reclaims(book, staff);
        this.projects = projects;
        Predicate<AksuProject> open = p -> p.startedByHalf() && !p.closing() && p.hasContract();
        List<AksuProject> byRest =
                projects.stream()
                        .filter(open)
                        .sorted(Comparator.comparingLong(AksuProject::rest).reversed())
                        .toList();
        slow = byRest.get(0);
        audited = byRest.get(1);
        quick = byRest.getLast();
        idle = projects.stream().filter(p -> p.start().isEmpty()).findFirst().orElseThrow();
    }

    void write() {
        LocalDate autumn = LocalDate.of(2024, 9, 2);
        clerk.policy(autumn, PolicyItem.GAP_ALERT_POINTS, "12");
        clerk.receive(LocalDate.of(2024, 9, 10), 15_000);
        latePaper();
        audit();
        adjust();
        new AksuFindings(book, staff).write(projects.getFirst(), idle, audited);
        for (AksuProject project : projects) {
            if (project.closing()) {
                settle(project);
            } else if (project.start().isPresent()) {
                carryOn(project);
            }
        }
        reclaimIdle();
        clerk.closePeriod(LocalDate.of(2025, 1, 20), LocalDate.of(2024, 12, 31));
    }

    /** June is closed by now, so the paper is posted on the day it was found. */
    private void latePaper() {
        Site site = quick.site();
        book.on(LocalDate.of(2024, 7, 25), staff.recipient())
                .approvedBy(staff.engineer())
                .paper("发票", "发-%s-2024-06-29".formatted(site.id()))
                .note("票据日期为6月29日，6月账期已关，按发现日入账")
                .post(v -> new Pay(book.fund(), v, site.id(), Wan.of(12), "监理单位"));
    }

    private void audit() {
        Site site = audited.site();
        book.on(LocalDate.of(2024, 7, 18), staff.director())
                .paper("暂停拨付通知", "停-" + site.id())
                .post(v -> new FreezeProject(book.fund(), v, site.id(), "跟踪审计发现超进度付款，暂停拨付"));
        book.on(LocalDate.of(2024, 9, 12), staff.director())
                .approvedBy(staff.auditor())
                .paper("恢复拨付通知", "复-" + site.id())
                .post(v -> new UnfreezeProject(book.fund(), v, site.id(), "整改到位，恢复拨付"));
    }

    private void adjust() {
        Adjustments adjustments = new Adjustments(book, staff);
        adjustments.midTerm(AksuFirstHalf.DEFERRED);
        long moved = slow.rest() / 2;
        var inYear = adjustments.inYear(slow.site(), quick.site(), moved);
        reclaims.reallocate(
                LocalDate.of(2024, 10, 8),
                slow.site(),
                quick.site(),
                moved,
                new ReallocationBasis.UnderAdjustment(inYear));
        clerk.disburse(LocalDate.of(2024, 10, 18), quick.site(), moved);
    }

    /** A project goes on: the rest of its money, a payment, progress, perhaps completion. */
    private void carryOn(AksuProject project) {
        Site site = project.site();
        int n = project.n();
        if (!project.startedByHalf()) {
            foreman.start(project.start().orElseThrow(), site);
        }
        if (!project.equals(slow)) {
            clerk.disburse(LocalDate.of(2024, 9, 16).plusDays(n % 50), site, project.rest());
        }
        if (project.hasContract() && n % 16 == 2) {
            foreman.changeOrder(LocalDate.of(2024, 8, 20), site, Math.max(1, site.planned() / 33));
        }
        long done =
                project.worked() + (site.investment() - project.worked()) * (60 + n % 5 * 10) / 100;
        LocalDate visit = LocalDate.of(2024, 12, 18);
        if (n % 2 == 0) {
            LocalDate autumn = LocalDate.of(2024, 9, 27);
            foreman.progress(autumn, autumn, site, (project.worked() + done) / 2);
        }
        foreman.progress(visit, visit, site, done);
        long paid = project.startedByHalf() ? paidByHalf(project) : 0;
        clerk.pay(LocalDate.of(2024, 12, 10), site, project.disbursed() * 85 / 100 - paid);
        if (done >= site.investment()) {
            foreman.complete(LocalDate.of(2024, 12, 20), site);
        }
    }

    /** A project is finished, accepted, paid to the last yuan and closed. */
    private void settle(AksuProject project) {
        Site site = project.site();
        long last = project.contract() - project.disbursed();
        if (last > 0) {
            clerk.disburse(LocalDate.of(2024, 9, 18), site, last);
        }
        LocalDate done = LocalDate.of(2024, 10, 25);
        foreman.progress(done, done, site, site.investment());
        foreman.complete(done, site);
        long beforeAcceptance = project.contract() * 97 / 100;
        clerk.pay(LocalDate.of(2024, 11, 4), site, beforeAcceptance - paidByHalf(project));
        foreman.accept(LocalDate.of(2024, 11, 15), site);
        clerk.pay(LocalDate.of(2024, 11, 25), site, project.contract() - beforeAcceptance);
        if (site.planned() > project.contract()) {
            reclaims.whole(
                    LocalDate.of(2024, 11, 28), site, ReclaimReason.SURPLUS, "党委会纪要〔2024〕20号");
        }
        foreman.archive(LocalDate.of(2024, 12, 4), site);
        foreman.close(LocalDate.of(2024, 12, 16), site);
    }

    private static long paidByHalf(AksuProject project) {
        boolean early = project.start().orElseThrow().isBefore(LocalDate.of(2024, 4, 1));
        return (early ? project.firstPayment() : 0) + project.secondPayment();
    }

    /** Never begun: the unspent is reclaimed and reallocated, half of the rest recovered. */
    private void reclaimIdle() {
        Site site = idle.site();
        PostingId reclaim =
                reclaims.whole(
                        LocalDate.of(2024, 11, 12), site, ReclaimReason.IDLE, "党委会纪要〔2024〕19号");
        book.on(LocalDate.of(2024, 11, 15), staff.cashier())
                .approvedBy(staff.director())
                .paper("退款回单", "退-" + site.id())
                .post(v ->
                        new Recover(
                                book.fund(),
                                v,
                                site.id(),
                                Wan.of(idle.disbursed() / 2),
                                RecoveredFrom.DISBURSEMENT,
                                AksuFindings.IDLE,
                                "2024年上半年拨付"));
        reclaims.reallocate(LocalDate.of(2024, 11, 20), site, quick.site(), idle.rest(), reclaim);
        clerk.disburse(LocalDate.of(2024, 11, 27), quick.site(), idle.rest());
    }
}
