package org.aidledger.api.pages.fund;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.aidledger.api.pages.frame.Address;
import org.aidledger.fund.ProjectProfile;
import org.aidledger.indicator.ProjectFigures;

/**
 * Which projects a table shows and in what order, as its address says; what is empty does not
 * restrict.
 *
 * @param text part of the id or name
 */
record Choice(String text, String flag, String category, String place, String status, String sort) {

    static final String FLAG = "flag";
    static final String SORT = "sort";

    /** What a project may be marked as. */
    static final List<String> FLAGS =
            List.of("livelihood", "grassroots", "capital", "turnkey", "new", "alert");

    static Choice of(Address address) {
        return new Choice(
                address.get("q").strip(),
                address.get(FLAG),
                address.get("category"),
                address.get("place"),
                address.get("status"),
                address.get(SORT));
    }

    /** Whether a project carries a mark. */
    static boolean has(ProjectFigures p, String flag, Set<String> alerted) {
        ProjectProfile profile = p.profile();
        return switch (flag) {
            case "livelihood" -> profile.livelihood();
            case "grassroots" -> profile.grassroots();
            case "capital" -> profile.capital();
            case "turnkey" -> profile.delivery() == ProjectProfile.Delivery.TURNKEY;
            case "new" -> profile.kind() == ProjectProfile.Kind.NEW;
            case "alert" -> alerted.contains(p.id().value());
            default -> true;
        };
    }

    Predicate<ProjectFigures> filter(Set<String> alerted) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return p ->
                has(p, flag, alerted)
                        && (category.isEmpty() || p.profile().category().equals(category))
                        && (place.isEmpty() || p.profile().place().equals(place))
                        && (status.isEmpty() || p.status().name().equals(status))
                        && (wanted.isEmpty()
                                || p.id().value().toLowerCase(Locale.ROOT).contains(wanted)
                                || p.profile().name().toLowerCase(Locale.ROOT).contains(wanted));
    }
}
