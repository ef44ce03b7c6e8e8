package org.aidledger.api.imports;

import java.util.Optional;
import org.aidledger.event.Actor;
import org.aidledger.fund.PostBatch.BatchMode;

/**
 * How a file is to be imported.
 *
 * @param dryRun nothing is posted; the report says what would be
 * @param mode whether a refused line stops all others, where the format leaves a choice
 * @param actor in whose name lines are posted that do not name one; where it is empty, IATI lines
 *     are posted in the name of the import, and rows must name one
 */
public record ImportOptions(boolean dryRun, BatchMode mode, Optional<Actor> actor) {}
