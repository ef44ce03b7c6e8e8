package org.aidledger.api.demo;

import java.time.LocalDate;
import org.aidledger.event.Actor;
import org.aidledger.finding.FindingCommand.AssignRectification;
import org.aidledger.finding.FindingCommand.CloseFinding;
import org.aidledger.finding.FindingCommand.RaiseFinding;
import org.aidledger.finding.FindingCommand.ReopenFinding;
import org.aidledger.finding.FindingCommand.SubmitEvidence;
import org.aidledger.finding.FindingId;
import org.aidledger.finding.FindingType;
import org.aidledger.money.Money;

/** Writes a fund's register of findings (问题清单) from raising to closing. */
final class Register {

    private final FundBook book;
    private final Staff staff;

    Register(FundBook book, Staff staff) {
        this.book = book;
        this.staff = staff;
    }

    /**
     * A finding of an audit.
     *
     * @param project the project's id, empty if it concerns the fund
     */
    FindingId raise(
            LocalDate day,
            String number,
            String project,
            FindingType type,
            Money amount,
            String description,
            String source) {
        FindingId finding = new FindingId(number);
        book.on(day, staff.auditor())
                .paper("审计底稿", "底稿-" + number)
                .file(v ->
                        new RaiseFinding(
                                finding,
                                v,
                                book.fund(),
                                project,
                                type,
                                amount,
                                description,
                                source));
        return finding;
    }

    /** Assigned on the first day, evidence on the second; the engineer's group is responsible. */
    void rectify(
            FindingId finding,
            LocalDate assigned,
            LocalDate evidence,
            String measure,
            Actor owner) {
        book.on(assigned, staff.director())
                .paper("整改方案", "整改-" + finding)
                .file(v ->
                        new AssignRectification(
                                finding,
                                v,
                                measure,
                                owner.name(),
                                "前方指挥部项目组",
                                assigned.plusDays(60)));
        evidence(finding, evidence, owner, "整改情况报告及佐证材料");
    }

    void evidence(FindingId finding, LocalDate day, Actor owner, String evidence) {
        book.on(day, owner)
                .paper("整改佐证", "证-%s-%s".formatted(finding, day))
                .file(v -> new SubmitEvidence(finding, v, evidence));
    }

    /** Closed by the auditor, who is not the owner. */
    void close(FindingId finding, LocalDate day) {
        book.on(day, staff.auditor())
                .paper("销号审核表", "销-%s-%s".formatted(finding, day))
                .file(v -> new CloseFinding(finding, v, "整改到位，证据真实完整，同意销号"));
    }

    void reopen(FindingId finding, LocalDate day, String reason) {
        book.on(day, staff.province())
                .paper("回头看通知", "回-" + finding)
                .file(v -> new ReopenFinding(finding, v, reason));
    }
}
