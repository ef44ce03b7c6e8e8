package org.aidledger.projections.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.List;
import org.aidledger.event.DocumentRef;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON objects of their components, and reads some of them back. */
public final class Components {

    /** Components only: an {@code isPositive()} is not one. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .changeDefaultVisibility(v ->
                            v.withFieldVisibility(Visibility.ANY)
                                    .withGetterVisibility(Visibility.NONE)
                                    .withIsGetterVisibility(Visibility.NONE)
                                    .withSetterVisibility(Visibility.NONE))
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .build();

    private static final TypeReference<List<DocumentRef>> DOCUMENTS = new TypeReference<>() {};

    private Components() {}

    /** The record, or list of records, as JSON. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Papers as written. */
    public static List<DocumentRef> readDocuments(String json) {
        return MAPPER.readValue(json, DOCUMENTS);
    }
}
