package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.aidledger.event.PostingId;
import org.aidledger.fund.Channel;
import org.aidledger.fund.GovernanceCommand.ReopenPeriod;
import org.aidledger.fund.GovernanceCommand.StateFigures;
import org.aidledger.fund.Mode;
import org.aidledger.fund.MoneyCommand.Pay;
import org.aidledger.fund.PolicyItem;
import org.aidledger.fund.ReclaimReason;
import org.aidledger.fund.StatedFigures;

/**
 * 巫山县 2022: 173 projects, 86 亿元 for the year of 284 亿元 in all. What lay idle or strayed from its
 * design was reclaimed in full after a meeting and used elsewhere. June was reopened once.
 */
final class WushanFund {

    static final String ID = "wushan-2022";

    static final long PLANNED = 860_000;
    static final long TOTAL_INVESTMENT = 2_840_000;

    private static final String DECISION = "巫山县乡村振兴领导小组会议纪要〔2022〕11号";
    private static final List<String> PLACES =
            List.of("高唐街道", "龙门街道", "双龙镇", "大昌镇", "骡坪镇", "官渡镇", "铜鼓镇", "曲尺乡", "竹贤乡", "红椿土家族乡");

    private final FundBook book;
    private final Staff staff;
    private final Clerk clerk;
    private final Foreman foreman;
    private final Course course;
    private final Reclaims reclaims;
    private final List<Site> sites;

    private WushanFund(long seed) {
        book = new FundBook(ID, 40, seed);
        staff =
                Staff.of(
                        "巫山县东西部协作办",
                        "巫山县发改委",
                        "重庆市乡村振兴局",
                        "巫山县审计局",
                        "谭小红",
                        "向家国",
                        "冉启明",
                        "龚德胜",
                        "黄中华",
                        "陈立新",
                        "卢静");
        clerk = new Clerk(book, staff);
        foreman = new Foreman(book, staff);
        course = new Course(clerk, foreman);
        reclaims = new Reclaims(book, staff);
        sites =
                new Sites("WS22", PLACES, book.random())
                                .add(Category.LIVELIHOOD, 80, 420_000, 30)
                                .add(Category.EDUCATION, 20, 90_000, 6)
                                .add(Category.HEALTH, 12, 60_000, 2)
                                .add(Category.GRASSROOTS, 20, 122_000, 0)
                                .add(Category.INDUSTRY, 30, 140_000, 8)
                                .add(Category.TALENT, 6, 16_000, 0)
                                .add(Category.EXCHANGE, 5, 12_000, 0)
                                .list()
                                .stream()
                                .map(WushanFund::asEnterprise)
                                .toList();
    }

    private static Site asEnterprise(Site site) {
        return site.profile().category().equals(Category.INDUSTRY.chinese())
                ? site.byEnterprise()
                : site;
    }

    static List<Step> steps(long seed) {
        WushanFund fund = new WushanFund(seed);
        fund.plan();
        for (int n = 0; n < fund.sites.size(); n++) {
            fund.goOn(n, fund.sites.get(n));
        }
        fund.reclaimAndReallocate();
        fund.reopenJune();
        return fund.book.steps();
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2022, month, day);
    }

    private void plan() {
        clerk.open(
                day(1, 6),
                "巫山县东西部协作和重点项目资金 2022",
                "山东省烟台市",
                "重庆市巫山县",
                Mode.STRICT,
                Set.of(Channel.LOCAL),
                Wan.of(PLANNED));
        clerk.policy(day(1, 6), PolicyItem.RETENTION_PERCENT, "5");
        clerk.policy(day(1, 6), PolicyItem.ADVANCE_PERCENT, "20");
        clerk.receive(day(2, 8), 450_000);
        clerk.receive(day(6, 10), 300_000);
        clerk.receive(day(9, 9), 110_000);
        clerk.plan(day(1, 10), sites);
        long[] weights = sites.stream().mapToLong(Site::planned).toArray();
        long[] totals = Spread.by(TOTAL_INVESTMENT, weights);
        for (int n = 0; n < totals.length; n++) {
            foreman.target(day(1, 25), sites.get(n), "项目总投资", totals[n], "万元");
        }
        statePublished();
    }

    private void statePublished() {
        StatedFigures parts =
                new StatedFigures.Parts(
                        "2022年项目总投资（亿元）：当年计划与以后年度",
                        List.of(BigDecimal.valueOf(86), BigDecimal.valueOf(198)),
                        BigDecimal.valueOf(284));
        book.on(day(1, 26), staff.planner())
                .post(v -> new StateFigures(book.fund(), v, "巫山县2022年项目推进情况通报", List.of(parts)));
    }

    /** Projects 10, 50 and 90 lie idle; 30 and 120 stray from their design. */
    private static boolean isIdle(int n) {
        return n == 10 || n == 50 || n == 90;
    }

    private static boolean isDeviating(int n) {
        return n == 30 || n == 120;
    }

    private void goOn(int n, Site site) {
        clerk.allocate(day(1, 28), site, site.planned());
        if (site.profile().enterprise()) {
            foreman.matching(day(3, 18), site, site.investment() * (5 + n % 6) / 100);
        }
        if (isIdle(n)) {
            return;
        }
        foreman.start(day(2, 14).plusDays(n % 45), site);
        course.disburse(day(4, 6).plusDays(n % 20), site, 45);
        if (isDeviating(n)) {
            course.progress(day(6, 28), site, 22);
            return;
        }
        course.pay(day(6, 20), site, 35);
        course.progress(day(6, 28), site, 40 + n % 15);
        course.disburse(day(9, 13).plusDays(n % 15), site, 85);
        course.progress(day(12, 15), site, 80 + n % 19);
    }

    private void reclaimAndReallocate() {
        Site user = sites.get(1);
        for (int n = 0; n < sites.size(); n++) {
            if (isIdle(n) || isDeviating(n)) {
                Site site = sites.get(n);
                ReclaimReason reason =
                        isIdle(n) ? ReclaimReason.IDLE : ReclaimReason.DESIGN_DEVIATION;
                PostingId reclaim = reclaims.whole(day(8, 22), site, reason, DECISION);
                long unspent = site.planned() - (isIdle(n) ? 0 : site.planned() * 45 / 100);
                reclaims.reallocate(day(9, 2), site, user, unspent, reclaim);
            }
        }
    }

    /** A payment of June was found after its closing; the month is reopened for a day. */
    private void reopenJune() {
        clerk.closePeriod(day(7, 12), day(6, 30));
        book.on(day(7, 26), staff.director())
                .approvedBy(staff.province())
                .paper("反结账审批单", "反-2022-06")
                .post(v -> new ReopenPeriod(book.fund(), v, day(6, 1), "漏记6月24日设备款，经批准反结账"));
        Site site = sites.get(2);
        book.on(day(6, 24), staff.recipient())
                .approvedBy(staff.engineer())
                .paper("发票", "发-%s-设备".formatted(site.id()))
                .known(day(7, 27))
                .post(v -> new Pay(book.fund(), v, site.id(), Wan.of(96), "设备供应商"));
        clerk.closePeriod(day(7, 28), day(6, 30));
    }
}
