package org.aidledger.api.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.aidledger.fund.Tender;
import org.aidledger.fund.WorksCommand.AcceptArchive;
import org.aidledger.fund.WorksCommand.AcceptProject;
import org.aidledger.fund.WorksCommand.ApproveChangeOrder;
import org.aidledger.fund.WorksCommand.CloseProject;
import org.aidledger.fund.WorksCommand.RecordCompletion;
import org.aidledger.fund.WorksCommand.RecordContract;
import org.aidledger.fund.WorksCommand.RecordMatching;
import org.aidledger.fund.WorksCommand.RecordStart;
import org.aidledger.fund.WorksCommand.ReportProgress;
import org.aidledger.fund.WorksCommand.SetTarget;

/** Writes the everyday vouchers of a fund's works, each with its usual papers. */
final class Foreman {

    /** Contracts below this sum, in 万元, need no tender. */
    private static final long TENDER_FROM = 400;

    private final FundBook book;
    private final Staff staff;

    Foreman(FundBook book, Staff staff) {
        this.book = book;
        this.staff = staff;
    }

    void target(LocalDate day, Site site, String indicator, long value, String unit) {
        book.on(day, staff.planner())
                .paper("绩效目标表", "绩-" + site.id())
                .post(v ->
                        new SetTarget(
                                book.fund(),
                                v,
                                site.id(),
                                indicator,
                                BigDecimal.valueOf(value),
                                unit));
    }

    void contract(LocalDate day, Site site, long wan) {
        Tender tender =
                wan < TENDER_FROM
                        ? new Tender.Exempt("单项合同估算价低于400万元，依规不招标")
                        : new Tender.Tendered("招-%d-%s".formatted(day.getYear(), site.id()));
        book.on(day, staff.recipient())
                .approvedBy(staff.engineer())
                .paper("施工合同", "合-" + site.id())
                .post(v ->
                        new RecordContract(
                                book.fund(),
                                v,
                                site.id(),
                                "合-%s-1".formatted(site.id()),
                                site.profile().place() + "建设工程有限公司",
                                Wan.of(wan),
                                tender));
    }

    void changeOrder(LocalDate day, Site site, long wan) {
        book.on(day, staff.engineer())
                .approvedBy(staff.director())
                .paper("变更签证单", "签-%s-1".formatted(site.id()))
                .post(v ->
                        new ApproveChangeOrder(
                                book.fund(),
                                v,
                                site.id(),
                                "签-%s-1".formatted(site.id()),
                                Wan.of(wan),
                                "造价咨询意见〔%d〕%s".formatted(day.getYear(), site.id()),
                                staff.engineer().name()));
    }

    void matching(LocalDate day, Site site, long wan) {
        book.on(day, staff.recipient())
                .paper("银行回单", "配-" + site.id())
                .post(v ->
                        new RecordMatching(book.fund(), v, site.id(), Wan.of(wan), "项目承接企业自筹资金"));
    }

    void start(LocalDate day, Site site) {
        started(day, site).post(v -> new RecordStart(book.fund(), v, site.id()));
    }

    void startKnown(LocalDate day, LocalDate known, Site site) {
        started(day, site)
                .known(known)
                .note("开工令补报")
                .post(v -> new RecordStart(book.fund(), v, site.id()));
    }

    private Draft started(LocalDate day, Site site) {
        return book.on(day, staff.engineer()).paper("开工令", "开-" + site.id());
    }

    /** Progress with the value of the work done; the physical share follows from it. */
    void progress(LocalDate day, LocalDate known, Site site, long wan) {
        BigDecimal percent =
                BigDecimal.valueOf(wan * 100)
                        .divide(BigDecimal.valueOf(site.investment()), 1, RoundingMode.HALF_UP);
        progress(day, known, site, percent, wan);
    }

    void progress(LocalDate day, LocalDate known, Site site, BigDecimal percent, long wan) {
        book.on(day, staff.engineer())
                .paper("进度核查表", "进度-%s-%s".formatted(site.id(), day))
                .known(known)
                .post(v ->
                        new ReportProgress(
                                book.fund(),
                                v,
                                site.id(),
                                percent,
                                Wan.of(wan),
                                staff.engineer().name()));
    }

    void complete(LocalDate day, Site site) {
        book.on(day, staff.engineer())
                .paper("竣工报告", "竣-" + site.id())
                .post(v -> new RecordCompletion(book.fund(), v, site.id()));
    }

    void accept(LocalDate day, Site site) {
        book.on(day, staff.recipient())
                .approvedBy(staff.director())
                .paper("验收意见", "验-" + site.id())
                .post(v -> new AcceptProject(book.fund(), v, site.id()));
    }

    void archive(LocalDate day, Site site) {
        book.on(day, staff.province())
                .paper("档案验收意见", "档-" + site.id())
                .post(v -> new AcceptArchive(book.fund(), v, site.id()));
    }

    void close(LocalDate day, Site site) {
        book.on(day, staff.director())
                .paper("销号单", "销-" + site.id())
                .post(v -> new CloseProject(book.fund(), v, site.id()));
    }
}
