package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.fund.AdjustmentId;
import org.aidledger.fund.Party;
import org.aidledger.fund.PlanChange;
import org.aidledger.fund.PlanCommand.AdjustmentKind;
import org.aidledger.fund.PlanCommand.AgreeAdjustment;
import org.aidledger.fund.PlanCommand.ApproveAdjustment;
import org.aidledger.fund.PlanCommand.ProposeAdjustment;
import org.aidledger.fund.ProjectProfile.Delivery;
import org.aidledger.fund.ProjectProfile.Kind;
import org.aidledger.fund.Review;

/** The two adjustments of the Aksu plan: mid-term, which admits projects, and in-year. */
final class Adjustments {

    private static final Site NEWCOMER =
            Sites.site(
                    "AKS24-163",
                    Category.HEALTH,
                    "阿瓦提县",
                    "阿瓦提县人民医院急救中心项目",
                    Kind.NEW,
                    Delivery.TURNKEY,
                    1_400);

    private final FundBook book;
    private final Staff staff;
    private final Clerk clerk;
    private final Foreman foreman;

    Adjustments(FundBook book, Staff staff) {
        this.book = book;
        this.staff = staff;
        this.clerk = new Clerk(book, staff);
        this.foreman = new Foreman(book, staff);
    }

    /** The only door for new projects: the deferred one, its papers now complete, and a new one. */
    void midTerm(Site deferred) {
        clerk.review(LocalDate.of(2024, 7, 16), deferred, Review.COMPLETENESS, true, "用地、可研已补齐");
        clerk.enrol(LocalDate.of(2024, 7, 10), NEWCOMER);
        clerk.threeReviews(LocalDate.of(2024, 7, 15), NEWCOMER);
        List<Site> admitted = List.of(deferred, NEWCOMER);
        sign(
                new AdjustmentId("AKS24-ADJ-1"),
                LocalDate.of(2024, 7, 22),
                AdjustmentKind.MID_TERM,
                admitted.stream().map(s -> change(s, 0)).toList(),
                "中期评估：新增急救中心，恢复暂缓的养老服务中心");
        for (Site site : admitted) {
            clerk.allocate(LocalDate.of(2024, 8, 12), site, site.planned());
            foreman.contract(LocalDate.of(2024, 9, 4), site, site.planned());
            foreman.start(LocalDate.of(2024, 9, 20), site);
            clerk.disburse(LocalDate.of(2024, 9, 25), site, site.planned() / 2);
            LocalDate visit = LocalDate.of(2024, 12, 18);
            foreman.progress(visit, visit, site, site.planned() * 4 / 10);
            clerk.pay(LocalDate.of(2024, 12, 20), site, site.planned() * 3 / 10);
        }
    }

    AdjustmentId inYear(Site from, Site to, long wan) {
        AdjustmentId id = new AdjustmentId("AKS24-ADJ-2");
        sign(
                id,
                LocalDate.of(2024, 9, 9),
                AdjustmentKind.IN_YEAR,
                List.of(change(from, -wan), change(to, wan)),
                "前者进度滞后，后者资金缺口，年内调剂");
        return id;
    }

    private static PlanChange change(Site site, long wan) {
        return new PlanChange(site.id(), Wan.of(wan), Wan.of(wan));
    }

    /** Headquarters and recipient agree, then the provincial office approves. */
    private void sign(
            AdjustmentId id,
            LocalDate proposed,
            AdjustmentKind kind,
            List<PlanChange> changes,
            String reason) {
        book.on(proposed, staff.planner())
                .paper("调整请示", "请-" + id)
                .post(v -> new ProposeAdjustment(book.fund(), v, id, kind, changes, reason));
        book.on(proposed.plusDays(3), staff.director())
                .paper("会议纪要", "纪-" + id)
                .post(v -> new AgreeAdjustment(book.fund(), v, id, Party.HEADQUARTERS));
        book.on(proposed.plusDays(7), staff.recipient())
                .paper("复函", "函-" + id)
                .post(v -> new AgreeAdjustment(book.fund(), v, id, Party.RECIPIENT));
        book.on(proposed.plusDays(15), staff.province())
                .paper("调整批复", "批-" + id)
                .post(v -> new ApproveAdjustment(book.fund(), v, id));
    }
}
