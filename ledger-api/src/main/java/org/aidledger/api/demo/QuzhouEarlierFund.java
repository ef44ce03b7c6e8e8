package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aidledger.fund.Channel;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.RecordFlow;
import org.aidledger.fund.MoneyCommand.Recover;
import org.aidledger.fund.MoneyCommand.ReturnFunds;
import org.aidledger.fund.RecoveredFrom;
import org.aidledger.money.Money;

/**
 * 衢州市对口支援乌什县 2020, the year before the inspection: what the inspection of 2021 found improper is
 * recovered here in 2021, 9,784 元 in all, for postings of 2019 and 2020.
 */
final class QuzhouEarlierFund {

    static final String ID = "quzhou-wushi-2020";

    private final FundBook book;
    private final Staff staff;
    private final Clerk clerk;
    private final Foreman foreman;
    private final Course course;
    private final List<Site> sites;

    private QuzhouEarlierFund(long seed) {
        book = new FundBook(ID, 10, seed);
        staff = QuzhouFund.staff();
        clerk = new Clerk(book, staff);
        foreman = new Foreman(book, staff);
        course = new Course(clerk, foreman);
        sites =
                new Sites("QZ20", QuzhouFund.PLACES, book.random())
                        .add(Category.LIVELIHOOD, 7, 4_100, 2)
                        .add(Category.GRASSROOTS, 3, 1_300, 0)
                        .add(Category.INDUSTRY, 1, 480, 0)
                        .add(Category.TALENT, 1, 320, 0)
                        .list();
    }

    static List<Step> steps(long seed) {
        QuzhouEarlierFund fund = new QuzhouEarlierFund(seed);
        fund.plan();
        fund.sites.forEach(fund::goOn);
        fund.afterwards();
        return fund.book.steps();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2020, month, day);
    }

    private void plan() {
        clerk.open(
                day(1, 13),
                "衢州市对口支援乌什县和第一师四团资金 2020",
                "浙江省衢州市",
                "新疆乌什县、第一师四团",
                Mode.STRICT,
                Set.of(Channel.LOCAL, Channel.BINGTUAN),
                Wan.of(6_200));
        clerk.receive(day(3, 2), 6_200);
        clerk.plan(day(2, 3), sites);
    }

    private void goOn(Site site) {
        clerk.allocate(day(3, 4), site, site.planned());
        if (site.profile().capital()) {
            foreman.contract(day(3, 16), site, site.planned());
        }
        foreman.start(day(4, 1), site);
        course.disburse(day(4, 20), site, 60);
        course.pay(day(6, 18), site, 50);
        course.progress(day(6, 30), site, 48);
        boolean staffing = !site.profile().capital();
        if (staffing) {
            course.disburse(day(9, 1), site, 96);
            course.pay(day(12, 8), site, 96);
        } else {
            course.finish(day(10, 16), site);
        }
    }

    private void afterwards() {
        Site staffing = sites.getLast();
        book.on(day(12, 21), staff.cashier())
                .paper("利息清单", "息-2020-4")
                .post(v ->
                        new RecordFlow(
                                book.fund(),
                                v,
                                staffing.id(),
                                "interest",
                                Money.of("18432.57", "CNY")));
        LocalDate nextYear = LocalDate.of(2021, 1, 15);
        book.on(nextYear, staff.cashier())
                .approvedBy(staff.director(), staff.province())
                .paper("缴款书", "缴-2020-1")
                .note("2020年度结余退回支援方财政")
                .post(v -> new ReturnFunds(book.fund(), v, Wan.of(10)));
        clerk.closePeriod(nextYear.plusDays(5), day(12, 31));
        recover(staffing, 5_984, QuzhouFindings.ALLOWANCES, "2019年第九批干部人才差旅补贴");
        recover(staffing, 3_800, QuzhouFindings.VOUCHERS, "2020年活动费中不合规票据");
    }

    private void recover(Site site, long yuan, String finding, String concerns) {
        book.on(LocalDate.of(2021, 8, 26), staff.cashier())
                .approvedBy(staff.director())
                .paper("退款回单", "清退-" + finding)
                .note("清退以前年度支出，按退款日入账")
                .post(v ->
                        new Recover(
                                book.fund(),
                                v,
                                site.id(),
                                Wan.yuan(yuan),
                                RecoveredFrom.PAYMENT,
                                finding,
                                concerns));
    }
}
