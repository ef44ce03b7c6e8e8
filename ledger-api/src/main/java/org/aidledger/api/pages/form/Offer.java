package org.aidledger.api.pages.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aidledger.money.Denomination;

/**
 * What a form knows before anybody types.
 *
 * @param denomination in which amounts are read
 * @param choices by name of field: nothing else is taken there
 * @param suggestions by name of field: something else may be typed
 * @param given fields that the page says, and nobody types
 */
public record Offer(
        Denomination denomination,
        Map<String, List<Option>> choices,
        Map<String, List<Option>> suggestions,
        Set<String> given) {

    /** What stands in every voucher without being asked for. */
    private static final Set<String> OF_THE_CALLER = Set.of("postingId", "actor", "approvedBy");

    public Offer {
        choices = Map.copyOf(choices);
        suggestions = Map.copyOf(suggestions);
        given = Set.copyOf(given);
    }

    /** Nothing but the denomination. */
    public static Offer of(Denomination denomination, String... given) {
        return new Offer(denomination, Map.of(), Map.of(), Set.of(given));
    }

    /** With something to choose from, if there is anything. */
    public Offer choice(String name, List<Option> options) {
        return options.isEmpty()
                ? this
                : new Offer(denomination, more(choices, name, options), suggestions, given);
    }

    /** With something that may be meant. */
    public Offer suggestion(String name, List<Option> options) {
        return new Offer(denomination, choices, more(suggestions, name, options), given);
    }

    private static Map<String, List<Option>> more(
            Map<String, List<Option>> known, String name, List<Option> options) {
        Map<String, List<Option>> more = new HashMap<>(known);
        more.put(name, List.copyOf(options));
        return more;
    }

    /** Whether somebody is asked for a field. */
    boolean asks(String name) {
        return !given.contains(name) && !OF_THE_CALLER.contains(name);
    }
}
