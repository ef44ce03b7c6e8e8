package org.aidledger.eventstore.payee;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashSet;
import java.util.Set;
import org.aidledger.payee.Pseudonym;

/**
 * Finds the pseudonyms that the bytes of an event name as payees, without reading the event: that
 * would take most of the time that it takes to verify a history. Within texts quotes are escaped,
 * so nothing that somebody wrote into a note looks like this.
 */
final class NamedPayees {

    private static final byte[] BEFORE = "\"payee\":\"payee-".getBytes(US_ASCII);

    private static final int LENGTH = "payee-".length() + 40;

    private NamedPayees() {}

    static Set<String> in(byte[] event) {
        Set<String> found = Set.of();
        int last = event.length - BEFORE.length - 40;
        for (int i = 0; i <= last; i++) {
            if (event[i] == '"' && isAt(event, i)) {
                int from = i + BEFORE.length - "payee-".length();
                String id = new String(event, from, LENGTH, US_ASCII);
                if (Pseudonym.FORM.matcher(id).matches()) {
                    found = found.isEmpty() ? new LinkedHashSet<>() : found;
                    found.add(id);
                }
            }
        }
        return found;
    }

    private static boolean isAt(byte[] event, int place) {
        for (int i = 1; i < BEFORE.length; i++) {
            if (event[place + i] != BEFORE[i]) {
                return false;
            }
        }
        return true;
    }
}
