package org.aidledger.api.imports.lines;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.api.imports.Origin;
import org.aidledger.fund.FundCommand;

/**
 * A line as far as it could be read.
 *
 * @param fund as it stands there, possibly empty
 * @param amount zero where there is none
 * @param problems empty where there is a command
 * @param places where in a sheet the columns stand that something is wrong with
 */
public record CommandLine(
        Origin origin,
        String fund,
        BigDecimal amount,
        Optional<FundCommand> command,
        List<FieldProblem> problems,
        Map<String, String> places) {

    public CommandLine {
        problems = List.copyOf(problems);
        places = Map.copyOf(places);
    }

    /** The column of a field, which may be a path into it such as documents[0].number. */
    public static String column(FieldProblem problem) {
        return problem.field().split("[.\\[]", 2)[0];
    }

    /** What is wrong with it, each with its column. */
    List<Remark> remarks() {
        return problems.stream().map(this::remark).toList();
    }

    private Remark remark(FieldProblem problem) {
        String column = column(problem);
        return origin.in(column, places.getOrDefault(column, ""))
                .remark(problem.code().name(), problem.detail());
    }
}
