package org.aidledger.api.demo;

import java.time.LocalDate;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;

/** What the follow-up audit of 2024 found in Aksu: one closed, one reopened, one still open. */
final class AksuFindings {

    static final String IDLE = "ZJ-AKS-2024-02";

    private static final String SOURCE = "浙江省审计厅跟踪审计2024年第2期";

    private final Staff staff;
    private final Register register;

    AksuFindings(FundBook book, Staff staff) {
        this.staff = staff;
        this.register = new Register(book, staff);
    }

    void write(AksuProject building, AksuProject idle, AksuProject ahead) {
        LocalDate raised = LocalDate.of(2024, 7, 16);
        FindingId early =
                register.raise(
                        raised,
                        "ZJ-AKS-2024-01",
                        building.site().id().value(),
                        FindingType.BUILT_BEFORE_APPROVAL,
                        Wan.of(0),
                        "个别项目未取得施工许可即进场",
                        SOURCE);
        register.rectify(
                early, raised.plusDays(10), raised.plusDays(40), "补办施工许可，约谈实施单位", staff.engineer());
        register.close(early, raised.plusDays(50));
        register.reopen(early, LocalDate.of(2024, 11, 6), "回头看发现同类问题，重新整改");
        FindingId still =
                register.raise(
                        raised,
                        IDLE,
                        idle.site().id().value(),
                        FindingType.IDLE_MONEY,
                        Wan.of(idle.disbursed()),
                        "资金已拨付，项目半年未开工",
                        SOURCE);
        register.rectify(
                still,
                raised.plusDays(10),
                LocalDate.of(2024, 11, 22),
                "收回未用资金，调剂使用",
                staff.planner());
        register.close(still, LocalDate.of(2024, 12, 3));
        FindingId payment =
                register.raise(
                        raised,
                        "ZJ-AKS-2024-03",
                        ahead.site().id().value(),
                        FindingType.PAYMENT_AHEAD_OF_PROGRESS,
                        Wan.of(ahead.thirdTranche()),
                        "拨付进度快于形象进度，超进度付款",
                        SOURCE);
        register.rectify(
                payment,
                raised.plusDays(10),
                LocalDate.of(2024, 9, 10),
                "暂停拨付，核实工程量后恢复",
                staff.engineer());
        register.close(payment, LocalDate.of(2024, 9, 11));
    }
}
