package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aidledger.event.PostingId;
import org.aidledger.event.Voucher;
import org.aidledger.fund.Channel;
import org.aidledger.fund.GovernanceCommand.ClosePeriod;
import org.aidledger.fund.GovernanceCommand.OpenFund;
import org.aidledger.fund.GovernanceCommand.SetPolicy;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Allocate;
import org.aidledger.fund.MoneyCommand.Disburse;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.MoneyCommand.Receive;
import org.aidledger.fund.PlanCommand.EnrolProject;
import org.aidledger.fund.PlanCommand.IssuePlan;
import org.aidledger.fund.PlanCommand.RecordReview;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.Review;
import org.aidledger.money.Money;

/** Writes the everyday vouchers of a fund's plan and money, each with its usual papers. */
final class Clerk {

    private static final String REMARK = "演示数据（demo）：参照公开报道的口径编制，人名、文号和分项金额均为虚构，记账时间由场景给定。";

    private final FundBook book;
    private final Staff staff;

    Clerk(FundBook book, Staff staff) {
        this.book = book;
        this.staff = staff;
    }

    void open(
            LocalDate day,
            String name,
            String donor,
            String recipient,
            Mode mode,
            Set<Channel> channels,
            Money authorised) {
        book.on(day, staff.province())
                .paper("资金计划文件", "援计〔%d〕1号".formatted(day.getYear()))
                .note(REMARK)
                .post(v ->
                        new OpenFund(
                                book.fund(),
                                v,
                                name + "（演示）",
                                donor,
                                recipient,
                                day.getYear(),
                                mode,
                                2,
                                channels,
                                authorised));
    }

    void policy(LocalDate day, PolicyItem item, String value) {
        book.on(day, staff.province())
                .approvedBy(staff.director())
                .paper("管理办法", "援办〔%d〕%s".formatted(day.getYear(), item))
                .post(v -> new SetPolicy(book.fund(), v, item, new BigDecimal(value)));
    }

    void enrol(LocalDate day, Site site) {
        book.on(day, staff.planner())
                .paper("项目建议书", "建议-" + site.id())
                .post(v ->
                        new EnrolProject(
                                book.fund(),
                                v,
                                site.id(),
                                site.profile(),
                                Wan.of(site.planned()),
                                Wan.of(site.investment())));
    }

    void review(LocalDate day, Site site, Review review, boolean passed, String papers) {
        book.on(day, staff.province())
                .approvedBy(staff.director())
                .paper("审查意见", "审-%s-%s".formatted(site.id(), review))
                .post(v -> new RecordReview(book.fund(), v, site.id(), review, passed, papers));
    }

    /** Compliance, reasonableness and completeness on three days in a row, all passed. */
    void threeReviews(LocalDate first, Site site) {
        review(first, site, Review.COMPLIANCE, true, "在规划内，非禁止限制类");
        review(first.plusDays(1), site, Review.REASONABLENESS, true, "规模、标准、概算合理");
        review(first.plusDays(2), site, Review.COMPLETENESS, true, "立项、用地、环评、可研齐备");
    }

    void issuePlan(LocalDate day) {
        book.on(day, staff.province())
                .approvedBy(staff.director(), staff.recipient())
                .paper("年度实施计划", "援计〔%d〕8号".formatted(day.getYear()))
                .post(v -> new IssuePlan(book.fund(), v));
    }

    /** Enrols, reviews within a week and issues two weeks later. */
    void plan(LocalDate enrolled, List<Site> sites) {
        for (Site site : sites) {
            enrol(enrolled, site);
            threeReviews(enrolled.plusDays(5), site);
        }
        issuePlan(enrolled.plusDays(12));
    }

    void receive(LocalDate day, long wan) {
        book.on(day, staff.cashier())
                .paper("银行进账单", "进-%s".formatted(day))
                .post(v -> new Receive(book.fund(), v, Wan.of(wan)));
    }

    void allocate(LocalDate day, Site site, long wan) {
        book.on(day, staff.planner())
                .approvedBy(staff.director())
                .paper("资金下达通知", "援财〔%d〕12号".formatted(day.getYear()))
                .post(v -> new Allocate(book.fund(), v, site.id(), Wan.of(wan)));
    }

    PostingId disburse(LocalDate day, Site site, long wan) {
        return disbursement(day, site).post(v -> disburse(v, site, Wan.of(wan)));
    }

    Draft disbursement(LocalDate day, Site site) {
        return book.on(day, staff.cashier())
                .approvedBy(staff.director())
                .paper("拨款审批单", "拨-%s-%s".formatted(site.id(), day));
    }

    Disburse disburse(Voucher voucher, Site site, Money amount) {
        return new Disburse(book.fund(), voucher, site.id(), amount);
    }

    void pay(LocalDate day, Site site, long wan) {
        String payee = site.profile().capital() ? site.profile().place() + "建设工程有限公司" : "项目承办单位";
        book.on(day, staff.recipient())
                .approvedBy(staff.engineer())
                .paper("发票", "发-%s-%s".formatted(site.id(), day))
                .post(v -> new Pay(book.fund(), v, site.id(), Wan.of(wan), payee));
    }

    void closePeriod(LocalDate day, LocalDate through) {
        book.on(day, staff.cashier())
                .approvedBy(staff.director())
                .paper("结账单", "结-" + through)
                .post(v -> new ClosePeriod(book.fund(), v, through));
    }
}
