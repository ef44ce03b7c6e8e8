package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aidledger.event.PostingId;
import org.aidledger.fund.Channel;
import org.aidledger.fund.Mode;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ReclaimReason;

/**
 * 台州市对口支援兵团第一师 2022: 49 projects of 34,200 万元, at least 80 % for livelihood and grassroots; capital
 * projects begin in March, one project's payment runs ahead of its progress, idle money is
 * reclaimed and used elsewhere.
 */
final class TaizhouFund {

    static final String ID = "taizhou-division1-2022";

    private static final int YEAR = 2022;

    private final FundBook book;
    private final Clerk clerk;
    private final Foreman foreman;
    private final Course course;
    private final Reclaims reclaims;
    private final List<Site> sites;

    /** The published project: 440 万元 for the second company of regiment 6. */
    private final Site village;

    /** Paid faster than built. */
    private final Site ahead;

    /** An exchange that could not take place. */
    private final Site idle;

    private TaizhouFund(long seed) {
        book = new FundBook(ID, 30, seed);
        Staff staff =
                Staff.of(
                        "台州市援疆指挥部",
                        "第一师阿拉尔市发改委",
                        "浙江省对口支援办",
                        "台州市审计局",
                        "林素芬",
                        "潘永胜",
                        "徐海燕",
                        "项国栋",
                        "马建疆",
                        "郑海涛",
                        "叶明辉");
        clerk = new Clerk(book, staff);
        foreman = new Foreman(book, staff);
        course = new Course(clerk, foreman);
        reclaims = new Reclaims(book, staff);
        sites =
                new Sites("TZ22", List.of("六团", "一团", "三团", "八团", "十团", "十四团"), book.random())
                        .addNamed(Category.GRASSROOTS, "六团", "二连乡村振兴", 440)
                        .add(Category.GRASSROOTS, 5, 3_346, 0)
                        .add(Category.LIVELIHOOD, 18, 14_200, 4)
                        .add(Category.EDUCATION, 8, 6_400, 0)
                        .add(Category.HEALTH, 6, 4_000, 0)
                        .add(Category.INDUSTRY, 6, 4_214, 1)
                        .add(Category.TALENT, 3, 1_000, 0)
                        .add(Category.EXCHANGE, 2, 600, 0)
                        .list();
        village = sites.getFirst();
        ahead = sites.get(8);
        idle = sites.getLast();
    }

    static List<Step> steps(long seed) {
        TaizhouFund fund = new TaizhouFund(seed);
        fund.plan();
        fund.begin();
        fund.sites.stream().filter(s -> !s.equals(fund.idle)).forEach(fund::goOn);
        fund.reclaimIdle();
        return fund.book.steps();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(YEAR, month, day);
    }

    private void plan() {
        clerk.open(
                day(1, 10),
                "台州市对口支援兵团第一师资金 2022",
                "浙江省台州市",
                "新疆生产建设兵团第一师阿拉尔市",
                Mode.STRICT,
                Set.of(Channel.BINGTUAN),
                Wan.of(34_200));
        clerk.policy(day(1, 10), PolicyItem.FOUR_EYES_FROM, "500000");
        clerk.receive(day(1, 28), 20_000);
        clerk.receive(day(5, 20), 14_200);
        clerk.plan(day(1, 12), sites);
    }

    private void begin() {
        int n = 0;
        for (Site site : sites) {
            clerk.allocate(day(1, 29), site, site.planned());
            if (site.profile().capital()) {
                foreman.contract(day(2, 21), site, site.planned());
                foreman.start(day(3, 1).plusDays(n % 25), site);
            } else if (!site.equals(idle)) {
                foreman.start(day(4, 11), site);
            }
            n++;
        }
        foreman.target(day(2, 1), village, "改造连队住户", 126, "户");
    }

    private void goOn(Site site) {
        int n = sites.indexOf(site);
        boolean tooFast = site.equals(ahead);
        course.disburse(day(4, 14).plusDays(n % 10), site, tooFast ? 55 : 50);
        course.progress(day(5, 31), site, tooFast ? 12 : 30 + n % 20);
        course.pay(day(6, 16), site, 35);
        course.disburse(day(7, 11).plusDays(n % 15), site, tooFast ? 90 : 75);
        course.progress(day(8, 31), site, site.equals(village) ? 83 : tooFast ? 38 : 58 + n % 22);
        course.pay(day(9, 14), site, 60);
        if (n % 2 == 0 && !tooFast) {
            course.finish(day(10, 20), site);
        } else {
            course.disburse(day(10, 24), site, 90);
            course.progress(day(11, 30), site, tooFast ? 66 : 88 + n % 10);
            course.pay(day(12, 12), site, 80);
        }
    }

    /** Idle since January, taken back after a meeting and used for two projects. */
    private void reclaimIdle() {
        String decision = "台州市援疆指挥部党委会纪要〔2022〕14号";
        PostingId reclaim = reclaims.whole(day(9, 20), idle, ReclaimReason.IDLE, decision);
        List<Site> users = new ArrayList<>(List.of(sites.get(3), sites.get(5)));
        long half = idle.planned() / 2;
        reclaims.reallocate(day(9, 26), idle, users.get(0), half, reclaim);
        reclaims.reallocate(day(9, 26), idle, users.get(1), idle.planned() - half, reclaim);
    }
}
