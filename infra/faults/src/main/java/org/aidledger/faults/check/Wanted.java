package org.aidledger.faults.check;

import java.util.Map;

/**
 * One posting that somebody asks for, and what its event has to say.
 *
 * @param type stored name of its event
 * @param said texts in the event by JSON pointer, such as {@code /amount} and {@code 1.00 CNY}
 */
public record Wanted(Key key, String type, Map<String, String> said) {

    public Wanted {
        said = Map.copyOf(said);
    }
}
