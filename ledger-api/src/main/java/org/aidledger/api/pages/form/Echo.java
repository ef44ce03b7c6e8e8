package org.aidledger.api.pages.form;

import java.util.List;
import org.aidledger.api.pages.form.Form.Entered;
import org.aidledger.api.pages.frame.Say;
import org.aidledger.money.Capitals;

/**
 * An amount as it was understood.
 *
 * @param label of its field
 * @param full with all digits and its unit
 * @param capitals the same in Chinese capitals, where it is yuan
 */
public record Echo(String label, String full, String capitals) {

    /** Every amount that could be read. */
    public static List<Echo> of(Say say, Form form, Entered entered) {
        return entered.amounts().entrySet().stream()
                .map(e ->
                        new Echo(
                                form.label(say, e.getKey()),
                                say.exact(e.getValue())
                                        + " "
                                        + say.unitOne(e.getValue().currency()),
                                Capitals.of(e.getValue()).orElse("")))
                .toList();
    }
}
