package org.aidledger.api.imports.lines;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.aidledger.api.command.FieldProblem;
import org.aidledger.api.imports.Origin;
import org.aidledger.fund.FundCommand;

/**
 * A line as far as it could be read.
 *
 * @param fund as it stands there, possibly empty
 * @param amount zero where there is none
 * @param problems empty where there is a command
 */
public record CommandLine(
        Origin origin,
        String fund,
        BigDecimal amount,
        Optional<FundCommand> command,
        List<FieldProblem> problems) {}
