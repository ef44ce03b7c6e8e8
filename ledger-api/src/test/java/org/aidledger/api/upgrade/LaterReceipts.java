package org.aidledger.api.upgrade;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a later release knows and this one does not: receipts of a second revision, whose amount and
 * currency stand apart. A node that has this among its beans stands for one of that release.
 */
class LaterReceipts extends SingleEventUpcaster {

    static final String NAME = "fund.funds-received";
    static final String REVISION = "2";

    private static final SimpleSerializedType LATER = new SimpleSerializedType(NAME, REVISION);
    private static final SimpleSerializedType KNOWN = new SimpleSerializedType(NAME, "1");

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(LATER);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(KNOWN, JsonNode.class, LaterReceipts::joined);
    }

    private static JsonNode joined(JsonNode payload) {
        ObjectNode event = (ObjectNode) payload;
        String sum = event.remove("sum").stringValue();
        event.put("amount", sum + " " + event.remove("currency").stringValue());
        return event;
    }
}
