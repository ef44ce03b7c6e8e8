package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.aidledger.fund.Channel;
import org.aidledger.fund.GovernanceCommand.HandOver;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.Mode;
import org.aidledger.fund.StatedFigures.Share;
import org.aidledger.fund.StatedFigures.SharesOfOneTotal;

/**
 * 衢州市对口支援乌什县 2021: eight industry projects of 8,371 万元 and 24 livelihood projects of 18,530 万元,
 * whose published shares cannot both be true; 33 findings, all closed; a hand-over between batches;
 * two channels.
 */
final class QuzhouFund {

    static final String ID = "quzhou-wushi-2021";

    static final List<String> PLACES =
            List.of("乌什镇", "阿合雅镇", "第一师四团", "依麻木镇", "亚科瑞克乡", "奥特贝希乡", "英阿瓦提乡");

    private final FundBook book;
    private final Staff staff;
    private final Clerk clerk;
    private final Foreman foreman;
    private final Course course;
    private final List<Site> sites;

    private QuzhouFund(long seed) {
        book = new FundBook(ID, 20, seed);
        staff = staff();
        clerk = new Clerk(book, staff);
        foreman = new Foreman(book, staff);
        course = new Course(clerk, foreman);
        // 88.08 % for livelihood or the grassroots, as published: five of the industry projects are
        // collective ones of villages.
        List<Site> drawn =
                new Sites("QZ21", PLACES, book.random())
                        .add(Category.INDUSTRY, 5, 4_995, 0)
                        .add(Category.INDUSTRY, 3, 3_376, 0)
                        .add(Category.LIVELIHOOD, 24, 18_530, 4)
                        .add(Category.GRASSROOTS, 6, 1_420, 0)
                        .list();
        sites =
                Stream.concat(
                                drawn.stream().limit(5).map(Site::forGrassroots),
                                drawn.stream().skip(5))
                        .toList();
    }

    static Staff staff() {
        return Staff.of(
                "衢州市援疆指挥部",
                "乌什县发改委",
                "浙江省对口支援办",
                "衢州市委巡察组",
                "余惠珍",
                "严志刚",
                "毛慧琴",
                "祝建平",
                "艾尼瓦尔·吐尔逊",
                "郑海涛",
                "方立群");
    }

    static List<Step> steps(long seed) {
        QuzhouFund fund = new QuzhouFund(seed);
        fund.plan();
        for (int n = 0; n < fund.sites.size(); n++) {
            fund.goOn(n, fund.sites.get(n));
        }
        fund.statePublished();
        fund.handOver();
        new QuzhouFindings(fund.book, fund.staff).write(fund.sites);
        return fund.book.steps();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2021, month, day);
    }

    private void plan() {
        clerk.open(
                day(1, 11),
                "衢州市对口支援乌什县和第一师四团资金 2021",
                "浙江省衢州市",
                "新疆乌什县、第一师四团",
                Mode.STRICT,
                Set.of(Channel.LOCAL, Channel.BINGTUAN),
                Wan.of(28_321));
        clerk.receive(day(2, 22), 18_000);
        clerk.receive(day(7, 5), 10_321);
        clerk.plan(day(1, 18), sites);
    }

    private void goOn(int n, Site site) {
        clerk.allocate(day(2, 24), site, site.planned());
        foreman.contract(day(3, 8), site, site.planned());
        foreman.start(day(3, 22).plusDays(n % 20), site);
        course.disburse(day(4, 19).plusDays(n % 10), site, 55);
        course.pay(day(6, 10), site, 40);
        course.progress(day(6, 29), site, 45 + n % 12);
        course.disburse(day(8, 2), site, 80);
        if (n % 4 == 1) {
            course.finish(day(10, 12), site);
        } else {
            course.pay(day(11, 8), site, 70);
            course.progress(day(12, 10), site, 84 + n % 14);
        }
    }

    /** 8,371万 said to be 29.46 %, 1.853亿 said to be 65.66 %: of what one total? */
    private void statePublished() {
        var shares =
                new SharesOfOneTotal(
                        "按类别安排资金（万元）",
                        List.of(
                                new Share(BigDecimal.valueOf(8_371), new BigDecimal("29.46")),
                                // Published as 1.853亿: exact to ten 万.
                                new Share(new BigDecimal("1853E+1"), new BigDecimal("65.66"))));
        book.on(day(12, 28), staff.planner())
                .paper("公开报道", "衢州援疆2021年度工作总结")
                .post(v -> new StateFigures(book.fund(), v, "衢州市援疆指挥部2021年度总结", List.of(shares)));
    }

    private void handOver() {
        book.on(day(4, 16), staff.director())
                .approvedBy(staff.province(), staff.recipient())
                .paper("资产移交清册", "移-2021-1")
                .post(v ->
                        new HandOver(
                                book.fund(),
                                v,
                                "第九批",
                                "第十批",
                                "固定资产214件（套），账实相符；指挥部账户余额对账一致",
                                "2017—2019年项目档案63卷、交钥匙项目档案11卷"));
    }
}
