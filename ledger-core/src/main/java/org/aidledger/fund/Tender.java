package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aidledger.event.Texts;

/** How a contract was awarded (R9): by a tender, or exempt from one for a stated reason. */
public sealed interface Tender {

    /**
     * @param reference number of the tender
     */
    record Tendered(String reference) implements Tender {
        public Tendered {
            reference = Texts.required("tender reference", reference, 200);
        }

        @JsonValue
        @Override
        public String toString() {
            return "tender:" + reference;
        }
    }

    /**
     * @param reason why no tender was due
     */
    record Exempt(String reason) implements Tender {
        public Exempt {
            reason = Texts.required("exemption reason", reason, 500);
        }

        @JsonValue
        @Override
        public String toString() {
            return "exempt:" + reason;
        }
    }

    /**
     * Reads {@code tender:REFERENCE} or {@code exempt:REASON}.
     *
     * @throws IllegalArgumentException if the text has neither form
     */
    @JsonCreator
    static Tender parse(String text) {
        if (text.startsWith("tender:")) {
            return new Tendered(text.substring(7));
        }
        if (text.startsWith("exempt:")) {
            return new Exempt(text.substring(7));
        }
        throw new IllegalArgumentException(
                "tender must be 'tender:REFERENCE' or 'exempt:REASON', not '" + text + "'");
    }
}
