package org.aidledger.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.aidledger.embedded.Eventually;
import org.aidledger.embedded.TestPostgres.Database;
import org.aidledger.event.LedgerEvent;
import org.aidledger.event.Outcome.Accepted;
import org.aidledger.event.Recorded;
import org.aidledger.fund.FundId;
import org.aidledger.fund.MoneyEvent.FundsReceived;
import org.aidledger.money.Money;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event of an older shape is read in today's by everybody who reads events. */
class UpcastingTest {

    private static final FundId FUND = new FundId("f");

    /** As receipts might have been stored once: the amount and its currency apart. */
    private static final String OLD =
            """
            {"fund":"f","voucher":{"postingId":"old-1","effective":"2024-03-01",
             "actor":"财务处 王芳","approvedBy":[],"documents":[],"note":""},
             "sum":"250.00","currency":"CNY"}
            """;

    /** Revision 0 of a receipt, which never was, to revision 1. */
    static class AmountInOnePiece extends SingleEventUpcaster {

        private static final SimpleSerializedType FROM =
                new SimpleSerializedType("fund.funds-received", "0");
        private static final SimpleSerializedType TO =
                new SimpleSerializedType("fund.funds-received", "1");

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().equals(FROM);
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(TO, JsonNode.class, AmountInOnePiece::joined);
        }

        private static JsonNode joined(JsonNode payload) {
            ObjectNode event = (ObjectNode) payload;
            String sum = event.remove("sum").stringValue();
            event.put("amount", sum + " " + event.remove("currency").stringValue());
            return event;
        }
    }

    @ProcessingGroup("ledger")
    static class Seen {

        static final List<LedgerEvent> EVENTS = Collections.synchronizedList(new ArrayList<>());

        @EventHandler
        void on(LedgerEvent event) {
            EVENTS.add(event);
        }
    }

    @Test
    void logProcessorsAndColdFundsReadAnOlderShapeInTodays() {
        Database database;
        try (TestLedger before = TestLedger.start()) {
            database = before.database();
            before.send(Given.open(FUND));
            store(before);
        }
        try (TestLedger ledger = TestLedger.start(database, AmountInOnePiece.class, Seen.class)) {
            Money amount = Money.of("250.00", "CNY");

            assertThat(ledger.log().ofStream("f", 1, 1))
                    .extracting(Recorded::event)
                    .containsExactly(new FundsReceived(FUND, Given.voucher("old-1"), amount));
            assertThat(ledger.send(Given.receive(FUND, "old-1", "250.00")))
                    .isEqualTo(new Accepted("f", 1, 0));
            Eventually.await("both are handled", () -> Seen.EVENTS.size() == 2);
            assertThat(Seen.EVENTS.getLast())
                    .isEqualTo(new FundsReceived(FUND, Given.voucher("old-1"), amount));
        }
    }

    private static void store(TestLedger ledger) {
        ledger.jdbc()
                .sql(
                        """
                        with head as (
                            update ledger.head set position = position + 1
                            returning position, recorded)
                        insert into ledger.events (position, sequence, recorded, id, stream, type,
                                                   name, revision, payload, metadata)
                        select position, 1, recorded, ?, 'f', 'Fund',
                               'fund.funds-received', '0', ?, '{}'
                        from head
                        """)
                .param(UUID.randomUUID())
                .param(OLD.getBytes(UTF_8))
                .update();
    }
}
