package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aidledger.event.Texts;

/**
 * Identity of a plan adjustment within its fund.
 *
 * @param value 1 to 100 printable characters without spaces
 */
public record AdjustmentId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AdjustmentId {
        value = Texts.token("adjustment", value, 100);
    }

    @Override
    public String toString() {
        return value;
    }
}
