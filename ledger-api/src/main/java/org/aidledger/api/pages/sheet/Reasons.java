package org.aidledger.api.pages.sheet;

import org.aidledger.api.imports.ImportReport.Remark;
import org.aidledger.api.imports.RowVerdicts.Reason;
import org.aidledger.api.imports.sheet.SheetColumn;
import org.aidledger.api.pages.frame.Refusals;
import org.aidledger.api.pages.frame.Say;

/** Says why a row is not taken, in the reader's language, and what would be right. */
final class Reasons {

    private Reasons() {}

    static String of(Say say, Reason reason) {
        if (reason.rejection().isPresent()) {
            return Refusals.of(say, reason.rejection().get()).text();
        }
        Remark remark = reason.remark();
        if (!say.isChinese()) {
            return remark.message();
        }
        return switch (remark.code()) {
            case "MISSING_FIELD" ->
                    say.word("sheet.problem.MISSING_FIELD", form(say, remark.column()));
            case "UNKNOWN_FIELD" ->
                    say.word(
                            remark.column().isEmpty()
                                    ? "sheet.problem.overflow"
                                    : "sheet.problem.UNKNOWN_FIELD");
            case "COMMAND_UNKNOWN" -> say.word("sheet.problem.COMMAND_UNKNOWN");
            default -> {
                String form = form(say, remark.column());
                yield form.isEmpty()
                        ? say.word("sheet.problem.other", remark.message())
                        : say.word("sheet.problem.INVALID_VALUE", form);
            }
        };
    }

    /** How a column is filled in. */
    private static String form(Say say, String column) {
        SheetColumn about = SheetColumn.of(column);
        return switch (about.form()) {
            case AMOUNT -> say.word("sheet.form.amount");
            case DATE -> say.word("sheet.form.date");
            case FLAG -> say.word("sheet.form.flag");
            case CHOICE -> say.word("sheet.form.choice", String.join("、", about.choices()));
            case NUMBER -> say.word("sheet.form.number");
            case CURRENCY -> say.word("sheet.form.currency");
            case TEXT -> "";
        };
    }

    /** Where it stands, such as {@code 金额 (D7)}; empty for the whole row. */
    static String where(Say say, Reason reason) {
        Remark remark = reason.remark();
        if (remark.column().isEmpty()) {
            return "";
        }
        String name = SheetColumn.of(remark.column()).name(say.isChinese());
        return remark.cell().isEmpty() ? name : name + " (" + remark.cell() + ")";
    }
}
