package org.aidledger.api.pages.findings;

import java.util.Map;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.api.pages.frame.Visit;
import org.aidledger.finding.FindingType;
import org.aidledger.projections.findings.RegisteredFinding;

/** A finding in a table. */
record FindingRow(
        RegisteredFinding finding,
        String address,
        String type,
        String project,
        String projectAddress,
        String amount,
        String status,
        String tone) {

    static FindingRow of(Visit visit, RegisteredFinding f, Map<String, String> names) {
        Say say = visit.say();
        return new FindingRow(
                f,
                visit.to("funds", f.fund().value(), "findings", f.finding().value()).toString(),
                type(say, f.type()),
                f.project().map(p -> names.getOrDefault(p, p)).orElse(""),
                f.project()
                        .map(p -> visit.to("funds", f.fund().value(), "projects", p).toString())
                        .orElse(""),
                f.amount().isZero() ? Say.NONE : say.exact(f.amount()),
                say.word(f.overdue() ? "finding.overdue" : "finding." + f.status()),
                f.overdue() ? "red" : tone(f.status()));
    }

    private static String type(Say say, FindingType type) {
        return say.isChinese() ? type.chinese() : say.word("finding.type." + type);
    }

    private static String tone(RegisteredFinding.Status status) {
        return switch (status) {
            case CLOSED -> "done";
            case RAISED, REOPENED -> "red";
            case ASSIGNED, EVIDENCE_SUBMITTED -> "gold";
        };
    }
}
