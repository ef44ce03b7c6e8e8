package org.aidledger.fund;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.aidledger.event.Texts;

/**
 * A project's own reference, unique within its fund; for IATI the activity identifier.
 *
 * @param value 1 to 200 printable characters without spaces
 */
public record ProjectId(@JsonValue String value) implements Comparable<ProjectId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ProjectId {
        value = Texts.token("project", value, 200);
    }

    @Override
    public int compareTo(ProjectId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
