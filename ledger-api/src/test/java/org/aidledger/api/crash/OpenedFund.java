package org.aidledger.api.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A fund with one project {@code P} and money for it, opened over HTTP before anything is killed.
 */
final class OpenedFund {

    /** How many events it begins with. */
    static final int EVENTS = 8;

    private static final String JSON = "application/json";

    private final LedgerProcess ledger;
    private final String fund;
    private final String amount;

    private OpenedFund(LedgerProcess ledger, String fund, String amount) {
        this.ledger = ledger;
        this.fund = fund;
        this.amount = amount;
    }

    /**
     * Opens it.
     *
     * @param amount authorised, planned, received and allocated, in yuan
     */
    static OpenedFund with(LedgerProcess ledger, String fund, String amount) throws Exception {
        OpenedFund opened = new OpenedFund(ledger, fund, amount);
        opened.open();
        return opened;
    }

    private void open() throws Exception {
        post(
                "/api/v1/funds",
                """
                "fund":"%s","postingId":"open","name":"F","donor":"D","recipient":"R",
                "fiscalYear":2024,"mode":"STRICT","scale":2,"channels":["LOCAL"],
                "authorised":"%s","currency":"CNY"\
                """
                        .formatted(fund, amount));
        send(
                "enrol-project",
                """
                "postingId":"enrol","project":"P","name":"P","category":"c","place":"p",
                "channel":"LOCAL","kind":"NEW","delivery":"CHEQUE","capital":false,
                "livelihood":true,"grassroots":false,"enterprise":false,
                "planned":"%s","investment":"%s","currency":"CNY"\
                """
                        .formatted(amount, amount));
        for (String review : List.of("COMPLIANCE", "REASONABLENESS", "COMPLETENESS")) {
            send(
                    "record-review",
                    """
                    "postingId":"%s","project":"P","review":"%s","passed":true\
                    """
                            .formatted(review, review));
        }
        send("issue-plan", "\"postingId\":\"issue\"");
        send("receive", "\"postingId\":\"receive\"," + money());
        send("allocate", "\"postingId\":\"allocate\",\"project\":\"P\"," + money());
    }

    private String money() {
        return "\"amount\":\"%s\",\"currency\":\"CNY\"".formatted(amount);
    }

    /**
     * Sends a command that has to be accepted.
     *
     * @param fields in JSON, but for day and actor
     */
    void send(String command, String fields) throws Exception {
        post("/api/v1/funds/" + fund + "/" + command, fields);
    }

    private void post(String path, String fields) throws Exception {
        var answer =
                ledger.post(
                        path,
                        JSON,
                        "{%s,\"effective\":\"2024-01-02\",\"actor\":\"A\"}".formatted(fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}
