package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.aidledger.fund.Channel;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.StatedFigures.AtMost;
import org.aidledger.fund.StatedFigures.Parts;

/**
 * 塔城地区 2017, a history that nobody here wrote: the fund is observed, so that what breaks a rule is
 * kept and noted. 102 projects, of which the published statuses name 96; 34 completed of 32
 * started.
 */
final class TachengFund {

    static final String ID = "tacheng-2017";

    private static final List<String> PLACES =
            List.of("塔城市", "额敏县", "乌苏市", "沙湾县", "托里县", "裕民县", "和布克赛尔县");

    private final FundBook book;
    private final Staff staff;
    private final Clerk clerk;
    private final Foreman foreman;
    private final List<Site> sites;

    private TachengFund(long seed) {
        book = new FundBook(ID, 0, seed);
        staff =
                Staff.of(
                        "辽宁省援疆前方指挥部",
                        "塔城地区发改委",
                        "辽宁省对口支援办",
                        "塔城地区审计局",
                        "佟雪梅",
                        "关永强",
                        "崔明哲",
                        "赫长海",
                        "巴特尔",
                        "金成武",
                        "孟凡林");
        clerk = new Clerk(book, staff);
        foreman = new Foreman(book, staff);
        sites =
                new Sites("TC17", PLACES, book.random())
                        .add(Category.LIVELIHOOD, 46, 21_000, 0)
                        .add(Category.EDUCATION, 18, 9_000, 0)
                        .add(Category.HEALTH, 12, 6_000, 0)
                        .add(Category.GRASSROOTS, 10, 3_000, 0)
                        .add(Category.INDUSTRY, 10, 5_500, 0)
                        .add(Category.TALENT, 6, 1_500, 0)
                        .list();
    }

    static List<Step> steps(long seed) {
        TachengFund fund = new TachengFund(seed);
        fund.begin();
        for (int n = 0; n < fund.sites.size(); n++) {
            fund.goOn(n, fund.sites.get(n));
        }
        fund.statePublished();
        return fund.book.steps();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2017, month, day);
    }

    private void begin() {
        clerk.open(
                day(1, 16),
                "塔城地区援疆项目资金 2017（历史数据补录）",
                "辽宁省",
                "新疆维吾尔自治区塔城地区",
                Mode.OBSERVED,
                Set.of(Channel.LOCAL),
                Wan.of(46_000));
        clerk.policy(day(1, 16), PolicyItem.WATCH_PLAN, "0");
        clerk.receive(day(3, 6), 38_000);
    }

    /** The first 32 started; two others are said to be completed without ever having started. */
    private void goOn(int n, Site site) {
        clerk.enrol(day(2, 6), site);
        clerk.allocate(day(3, 10), site, site.planned());
        if (n < 32) {
            foreman.start(day(4, 5).plusDays(n % 30), site);
        }
        if (n < 60) {
            // The fifth got more than was allocated to it.
            long amount = n == 4 ? site.planned() + 35 : site.planned() * 80 / 100;
            clerk.disburse(day(5, 8).plusDays(n % 40), site, amount);
        }
        if (n < 30) {
            // The seventh paid more than it had been given.
            long amount = n == 6 ? site.planned() * 85 / 100 : site.planned() * 60 / 100;
            clerk.pay(day(9, 4).plusDays(n % 20), site, amount);
        }
        if (n < 34) {
            foreman.complete(day(10, 30), site);
        }
    }

    private void statePublished() {
        Parts statuses = new Parts("项目按状态分列（个）", numbers(44, 11, 10, 31), BigDecimal.valueOf(102));
        AtMost completed =
                new AtMost("竣工项目不应多于开工项目（个）", BigDecimal.valueOf(34), BigDecimal.valueOf(32));
        book.on(day(11, 20), staff.planner())
                .paper("公开报道", "塔城地区2017年援疆项目进展")
                .post(v ->
                        new StateFigures(
                                book.fund(), v, "塔城地区2017年援疆项目进展通报", List.of(statuses, completed)));
    }

    private static List<BigDecimal> numbers(long... values) {
        return LongStream.of(values).mapToObj(BigDecimal::valueOf).toList();
    }
}
