package org.aidledger.api.imports;

import java.util.List;
import java.util.Map;

/**
 * What became of a file: every line of it is counted once, as posted, already there, or refused; or
 * as held back, where all or nothing was asked and another line was refused.
 *
 * @param format such as {@code iati}
 * @param sha256 of the file
 * @param dryRun nothing was posted; the counts say what would have been
 * @param mode {@code atomic}: one refused line stops all; {@code each}: it stops nothing
 * @param lines lines of the file that stand for money (IATI: transactions and budgets; sheets:
 *     rows)
 * @param posted of these, how many were posted now
 * @param alreadyThere how many had been posted before
 * @param refused how many were not taken; each is named below
 * @param heldBack how many would have been taken, had no other line been refused
 * @param eventsAppended events this import added, openings, enrolments and breaches included
 * @param breaches broken rules that observed funds noted beside the postings
 * @param types counts and sums by type of line and currency
 * @param funds counts and sums by fund
 * @param refusals the lines not taken, at most {@value Tallies#MOST_NAMED}
 * @param remarks what a reader of the books should know about lines that were taken, as many
 * @param unnamed refusals and remarks beyond that
 * @param millis how long it took
 */
public record ImportReport(
        String format,
        String sha256,
        boolean dryRun,
        String mode,
        long lines,
        long posted,
        long alreadyThere,
        long refused,
        long heldBack,
        long eventsAppended,
        long breaches,
        List<TypeTally> types,
        List<FundTally> funds,
        List<Remark> refusals,
        List<Remark> remarks,
        long unnamed,
        long millis) {

    /** Whether nothing was posted because some line was refused. */
    public boolean stoppedByRefusals() {
        return mode.equals("atomic") && !dryRun && refused > 0;
    }

    public ImportReport {
        types = List.copyOf(types);
        funds = List.copyOf(funds);
        refusals = List.copyOf(refusals);
        remarks = List.copyOf(remarks);
    }

    /**
     * Lines of one type in one currency.
     *
     * @param sum of all these lines in the file, whatever became of them, as decimal text
     * @param zero lines of no amount, kept beside the books
     * @param duplicates lines that repeat another one of the same activity in every detail
     * @param lookAlikes lines that share type, date and amount with another one and differ
     *     elsewhere
     */
    public record TypeTally(
            String type,
            String currency,
            long lines,
            String sum,
            long posted,
            long alreadyThere,
            long refused,
            long zero,
            long duplicates,
            long lookAlikes,
            long breaches) {}

    /**
     * Lines for one fund.
     *
     * @param name the fund's name as the file gives it, empty where it gives none
     * @param sums of the lines in the file by type, as decimal text
     */
    public record FundTally(
            String fund,
            String name,
            String currency,
            long lines,
            long posted,
            long alreadyThere,
            long refused,
            long breaches,
            Map<String, String> sums) {}

    /**
     * Something about one place in the file.
     *
     * @param subject IATI: the activity; sheets: the fund
     * @param row IATI: which element of its kind in the activity, from 1; sheets: the row as a
     *     spreadsheet numbers it; 0 for the subject as a whole
     * @param column IATI: the kind of element; sheets: the column, empty for the whole row
     * @param cell sheets: where the column stands in the row, such as {@code D7}, if it is about
     *     one cell; else empty
     * @param code permanent code
     * @param message one sentence
     */
    public record Remark(
            String subject, long row, String column, String cell, String code, String message) {}
}
