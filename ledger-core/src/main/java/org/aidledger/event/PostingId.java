package org.aidledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identity of one request, chosen by the client. The same id with the same content is accepted once
 * and answered the same way for ever; with other content it is refused.
 *
 * @param value 1 to 200 printable characters without spaces
 */
public record PostingId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PostingId {
        value = Texts.token("postingId", value, 200);
    }

    @Override
    public String toString() {
        return value;
    }
}
