package org.aidledger.api.imports.lines;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.aidledger.api.command.CommandNames;

/** What a line says, as far as it is needed to count the line even where it is wrong. */
public final class Stated {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,19}(\\.[0-9]{1,18})?");

    private Stated() {}

    /** The command's name if there is one of that name, else the same text for all others. */
    public static String command(String name) {
        return CommandNames.fundCommand(name).isPresent() ? name : "unknown";
    }

    /** The amount if the text is one, else zero. */
    public static BigDecimal amount(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : BigDecimal.ZERO;
    }
}
