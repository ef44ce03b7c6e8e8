package org.aidledger.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The person or system in whose name something is done.
 *
 * @param name 1 to 100 characters, such as a staff name with its office
 */
public record Actor(@JsonValue String name) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Actor {
        name = Texts.required("actor", name, 100);
    }

    @Override
    public String toString() {
        return name;
    }
}
