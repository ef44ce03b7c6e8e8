package org.aidledger.axonserver.routing;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome;
import org.aidledger.rejection.Rejection;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Commands and answers as JSON between nodes; nothing of it is kept. */
final class BusForm extends Jackson3Serializer {

    private static final String OURS = "org.aidledger.";

    BusForm() {
        super(builder().jsonMapperBuilderCustomizer(BusForm::shape));
    }

    /** Where only the value itself says which of many records it is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS, property = "is")
    private interface Named {}

    private static void shape(JsonMapper.Builder mapper) {
        mapper.changeDefaultVisibility(v ->
                        v.withFieldVisibility(Visibility.ANY)
                                .withGetterVisibility(Visibility.NONE)
                                .withIsGetterVisibility(Visibility.NONE)
                                .withSetterVisibility(Visibility.NONE))
                .polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder().allowIfSubType(OURS).build())
                .addMixIn(Rejection.class, Named.class)
                .addMixIn(Outcome.class, Named.class)
                .addMixIn(LedgerEvent.class, Named.class)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
                .disable(EnumFeature.READ_ENUMS_USING_TO_STRING);
    }

    /** Nobody is let choose a class that is none of the ledger's. */
    @Override
    public Class<?> classForType(SerializedType type) {
        String name = type.getName();
        if (!name.startsWith(OURS) && !name.startsWith("java.lang.") && !name.equals("empty")) {
            throw new SerializationException(name + " is nothing that nodes tell each other");
        }
        return super.classForType(type);
    }
}
