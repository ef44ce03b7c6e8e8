package org.aidledger.api.demo;

import java.time.LocalDate;
import java.util.List;
import org.aidledger.event.Actor;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.money.Money;

/** The 33 findings of the inspection of 2021: each assigned, rectified, proven and closed. */
final class QuzhouFindings {

    static final int COUNT = 33;

    /** The two findings behind the money that was recovered from earlier batches. */
    static final String ALLOWANCES = "QZ-2021-07";

    static final String VOUCHERS = "QZ-2021-19";

    private static final String SOURCE = "衢州市委巡察组2021年专项巡察反馈意见";
    private static final List<FindingType> TYPES =
            List.of(
                    FindingType.LATE_PROGRESS,
                    FindingType.IRREGULAR_VOUCHER,
                    FindingType.IDLE_MONEY,
                    FindingType.PAYMENT_AHEAD_OF_PROGRESS,
                    FindingType.TENDER_MISSING,
                    FindingType.BUILT_AND_IDLE,
                    FindingType.OVERSTATED_COST,
                    FindingType.OTHER);

    private final Staff staff;
    private final Register register;

    QuzhouFindings(FundBook book, Staff staff) {
        this.staff = staff;
        this.register = new Register(book, staff);
    }

    void write(List<Site> sites) {
        for (int n = 1; n <= COUNT; n++) {
            String number = "QZ-2021-%02d".formatted(n);
            FindingId finding =
                    switch (number) {
                        case ALLOWANCES -> improper(number, 5_984, "第九批干部人才差旅补贴超标准发放");
                        case VOUCHERS -> improper(number, 3_800, "2020年活动费以不合规票据报销");
                        default -> onSite(number, sites.get(n % sites.size()), n);
                    };
            rectify(finding, n);
        }
    }

    private static LocalDate raised() {
        return LocalDate.of(2021, 5, 24);
    }

    private FindingId improper(String number, long yuan, String description) {
        Money amount = Wan.yuan(yuan);
        return register.raise(
                raised(), number, "", FindingType.IRREGULAR_VOUCHER, amount, description, SOURCE);
    }

    private FindingId onSite(String number, Site site, int n) {
        FindingType type = TYPES.get(n % TYPES.size());
        Money amount = type == FindingType.OTHER ? Wan.of(0) : Wan.of(5 + n % 7 * 3L);
        String description = "%s：%s".formatted(site.profile().name(), type.chinese());
        return register.raise(
                raised(), number, site.id().value(), type, amount, description, SOURCE);
    }

    /** One was closed too soon: the look-back opened it again, and it was closed for good. */
    private void rectify(FindingId finding, int n) {
        Actor owner = n % 2 == 0 ? staff.engineer() : staff.planner();
        LocalDate evidence = LocalDate.of(2021, 8, 30).plusDays(n);
        register.rectify(finding, LocalDate.of(2021, 6, 7), evidence, "立行立改，举一反三，完善制度", owner);
        register.close(finding, evidence.plusDays(10));
        if (n == 12) {
            register.reopen(finding, LocalDate.of(2021, 10, 18), "整改“回头看”发现佐证材料不完整");
            register.evidence(finding, LocalDate.of(2021, 11, 15), owner, "补充第三方核查报告");
            register.close(finding, LocalDate.of(2021, 11, 29));
        }
    }
}
