package org.aidledger.fund;

import org.aidledger.event.Texts;

/**
 * What a project is, as enrolled. Livelihood and grassroots are independent flags: they overlap.
 *
 * @param name its name
 * @param category kind of work, such as 产业; free text, used for grouping
 * @param place where, such as a county or regiment; free text, used for grouping
 * @param channel the way its money takes
 * @param kind new or carried over (开工率 counts new ones only)
 * @param delivery who builds
 * @param capital a capital project (固投)
 * @param livelihood serves livelihood (民生)
 * @param grassroots serves the grassroots (基层)
 * @param enterprise run by an enterprise, which owes matching money (R8)
 */
public record ProjectProfile(
        String name,
        String category,
        String place,
        Channel channel,
        Kind kind,
        Delivery delivery,
        boolean capital,
        boolean livelihood,
        boolean grassroots,
        boolean enterprise) {

    /** New in this year, or carried over from an earlier one. */
    public enum Kind {
        NEW,
        CARRIED_OVER
    }

    /** Who builds: the donor, who hands over (交钥匙), or the recipient (交支票). */
    public enum Delivery {
        TURNKEY,
        CHEQUE
    }

    public ProjectProfile {
        name = Texts.required("name", name, 1000);
        category = Texts.optional("category", category, 200);
        place = Texts.optional("place", place, 200);
    }
}
