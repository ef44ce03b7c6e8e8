package org.aidledger.faults.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.aidledger.faults.check.Flaw.Kind;
import org.aidledger.faults.check.Flaws;
import org.aidledger.faults.check.Verdict;
import org.aidledger.faults.check.Verdict.Accepted;
import org.aidledger.faults.check.Verdict.PutOff;
import org.aidledger.faults.check.Verdict.Refused;
import org.aidledger.faults.check.Verdict.Unknown;
import org.aidledger.faults.world.LedgerHttp.Answer;
import tools.jackson.databind.JsonNode;

/** Reads answers: a verdict for each posting of a request. What the contract lacks is a flaw. */
final class Answers {

    private final Flaws flaws;

    Answers(Flaws flaws) {
        this.flaws = flaws;
    }

    List<Verdict> read(Asked asked, Answer answer) {
        return switch (answer.status()) {
            case 200, 201 -> taken(asked, answer);
            case 409 -> all(asked, new Refused(answer.code()));
            case 503 -> all(asked, putOff(asked, answer));
            default -> {
                wrong(asked, answer);
                yield all(asked, new Unknown("status " + answer.status()));
            }
        };
    }

    private List<Verdict> taken(Asked asked, Answer answer) {
        return switch (asked.kind()) {
            case BATCH_ATOMIC, BATCH_EACH -> lines(asked, answer);
            case IMPORT_CSV, IMPORT_NDJSON -> rows(asked, answer);
            case POST, REVERSE, CLOSE_PERIOD, REOPEN_PERIOD, TWICE, REPEAT, ALTER ->
                    List.of(accepted(answer.json(), answer.json().at("/repeated").asBoolean()));
        };
    }

    private static Accepted accepted(JsonNode receipt, boolean repeated) {
        List<String> events =
                receipt.at("/eventIds").valueStream().map(JsonNode::asString).toList();
        JsonNode position = receipt.at("/position");
        return new Accepted(
                position.isNumber() ? OptionalLong.of(position.asLong()) : OptionalLong.empty(),
                events,
                repeated);
    }

    private List<Verdict> lines(Asked asked, Answer answer) {
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode line : answer.json().at("/results")) {
            String result = line.at("/result").asString();
            verdicts.add(
                    switch (result) {
                        case "REFUSED" -> new Refused(line.at("/problem/code").asString());
                        case "ACCEPTED", "REPEATED" -> accepted(line, result.equals("REPEATED"));
                        default -> new Unknown("result " + result);
                    });
        }
        if (verdicts.size() != asked.lines().size()) {
            wrong(asked, answer);
            return all(asked, new Unknown("results of some lines"));
        }
        return verdicts;
    }

    /** Files are made so that every row can be taken. */
    private List<Verdict> rows(Asked asked, Answer answer) {
        JsonNode report = answer.json();
        long there = report.at("/posted").asLong() + report.at("/alreadyThere").asLong();
        if (there != asked.lines().size() || report.at("/refused").asLong() != 0) {
            wrong(asked, answer);
            return all(asked, new Unknown("a row that was not taken"));
        }
        return all(asked, Accepted.briefly());
    }

    /** An import that broke off may have posted some of its rows. */
    private Verdict putOff(Asked asked, Answer answer) {
        boolean file =
                asked.kind() == Asked.Kind.IMPORT_CSV || asked.kind() == Asked.Kind.IMPORT_NDJSON;
        return switch (answer.code()) {
            case "LEDGER_BUSY" -> file ? new Unknown("broke off") : new PutOff("LEDGER_BUSY");
            case "OUTCOME_UNKNOWN" -> new Unknown("OUTCOME_UNKNOWN");
            default -> {
                wrong(asked, answer);
                yield new Unknown(answer.code());
            }
        };
    }

    private void wrong(Asked asked, Answer answer) {
        flaws.add(
                Kind.WRONG_ANSWER,
                "%s %s was answered %s".formatted(asked.kind().words(), asked.path(), answer));
    }

    static List<Verdict> all(Asked asked, Verdict verdict) {
        return Collections.nCopies(asked.lines().size(), verdict);
    }
}
