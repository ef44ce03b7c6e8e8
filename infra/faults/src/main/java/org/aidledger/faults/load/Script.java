package org.aidledger.faults.load;

import static org.aidledger.faults.load.Draft.quoted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.aidledger.faults.load.Asked.Kind;

/**
 * What one client asks for, one request after the other, from a seed. Amounts are small beside what
 * the funds have, so that most is accepted; some are far too large, and some days are closed.
 */
final class Script {

    private static final int REMEMBERED = 64;
    private static final int INSIST_PERCENT = 80;

    /** Imports are dated after any day that is ever closed, so that every row can be taken. */
    private static final int FIRST_OPEN_MONTH = 7;

    private final Random random;
    private final String client;
    private final List<String> funds;
    private final ArrayDeque<Draft> earlier = new ArrayDeque<>();
    private int number;

    Script(long seed, int client, List<String> funds) {
        this.random = new Random(seed * 1_000_003 + client);
        this.client = "c" + client;
        this.funds = List.copyOf(funds);
    }

    Asked next() {
        boolean insists = random.nextInt(100) < INSIST_PERCENT;
        int die = random.nextInt(1000);
        if (die < 480) {
            return remembered(Kind.POST, money(), insists);
        }
        if (die < 560) {
            return earlierOne()
                    .map(draft -> Asked.one(Kind.REVERSE, reversal(draft), insists))
                    .orElseGet(() -> remembered(Kind.POST, money(), insists));
        }
        if (die < 570) {
            return Asked.one(Kind.CLOSE_PERIOD, closing(), insists);
        }
        if (die < 585) {
            return Asked.one(Kind.REOPEN_PERIOD, reopening(), insists);
        }
        if (die < 660) {
            return remembered(Kind.TWICE, money(), insists);
        }
        if (die < 720) {
            return earlierOne()
                    .map(draft -> Asked.one(Kind.REPEAT, draft, insists))
                    .orElseGet(() -> remembered(Kind.POST, money(), insists));
        }
        if (die < 760) {
            return earlierOne()
                    .map(draft ->
                            Asked.one(Kind.ALTER, draft.with("amount", quoted("0.07")), false))
                    .orElseGet(() -> remembered(Kind.POST, money(), insists));
        }
        return many(die, insists);
    }

    private Asked many(int die, boolean insists) {
        String fund = fund();
        if (die < 860) {
            return Asked.batch(Kind.BATCH_ATOMIC, lines(fund, 2 + random.nextInt(10)), insists);
        }
        if (die < 960) {
            return Asked.batch(Kind.BATCH_EACH, lines(fund, 2 + random.nextInt(10)), insists);
        }
        Kind kind = die < 980 ? Kind.IMPORT_CSV : Kind.IMPORT_NDJSON;
        List<Draft> rows = new ArrayList<>();
        for (int rest = 10 + random.nextInt(50); rest > 0; rest--) {
            rows.add(disbursement(fund(), day(FIRST_OPEN_MONTH), cents()));
        }
        return Asked.file(kind, rows, insists);
    }

    private List<Draft> lines(String fund, int count) {
        List<Draft> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // One line in a hundred is refused, and with it one atomic batch in ten.
            lines.add(
                    disbursement(
                            fund,
                            day(FIRST_OPEN_MONTH),
                            random.nextInt(100) == 0 ? tooMuch() : cents()));
        }
        return lines;
    }

    private Asked remembered(Kind kind, Draft draft, boolean insists) {
        earlier.add(draft);
        if (earlier.size() > REMEMBERED) {
            earlier.remove();
        }
        return Asked.one(kind, draft, insists);
    }

    private Optional<Draft> earlierOne() {
        return earlier.stream().skip(random.nextInt(REMEMBERED)).findFirst();
    }

    private Draft money() {
        String fund = fund();
        String day = day(1);
        String amount = random.nextInt(25) == 0 ? tooMuch() : cents();
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> disbursement(fund, day, amount);
            case 3 -> pay("pay", "fund.funds-paid", fund, day, amount);
            case 4 -> pay("pay-direct", "fund.funds-paid-directly", fund, day, amount);
            case 5 -> draft("receive", "fund.funds-received", fund, amounted(day, cents()));
            case 6 -> draft("return-funds", "fund.funds-returned", fund, amounted(day, amount));
            default -> draft("allocate", "fund.funds-allocated", fund, projected(day, amount));
        };
    }

    private Draft disbursement(String fund, String day, String amount) {
        return draft("disburse", "fund.funds-disbursed", fund, projected(day, amount));
    }

    private Draft pay(String command, String event, String fund, String day, String amount) {
        Map<String, String> fields = projected(day, amount);
        fields.put("payee", quoted("Builder " + random.nextInt(100)));
        return draft(command, event, fund, fields);
    }

    private Draft reversal(Draft reversed) {
        Map<String, String> fields = dated(day(FIRST_OPEN_MONTH));
        fields.put("reverses", quoted(reversed.postingId()));
        fields.put("reason", quoted("posted by mistake"));
        fields.put("approvedBy", "[\"B\"]");
        return draft("reverse", "fund.posting-reversed", reversed.fund(), fields);
    }

    private Draft closing() {
        Map<String, String> fields = dated("2024-12-31");
        fields.put("through", quoted(day(1, FIRST_OPEN_MONTH - 1)));
        return draft("close-period", "fund.period-closed", fund(), fields);
    }

    private Draft reopening() {
        Map<String, String> fields = dated("2024-12-31");
        fields.put("from", quoted(day(1, FIRST_OPEN_MONTH - 1)));
        fields.put("reason", quoted("forgotten papers"));
        return draft("reopen-period", "fund.period-reopened", fund(), fields);
    }

    private Draft draft(String command, String event, String fund, Map<String, String> fields) {
        return new Draft(command, event, fund, client + "-" + number++, fields);
    }

    private Map<String, String> projected(String day, String amount) {
        Map<String, String> fields = amounted(day, amount);
        fields.put("project", quoted(Opening.PROJECT));
        return fields;
    }

    private Map<String, String> amounted(String day, String amount) {
        Map<String, String> fields = dated(day);
        fields.put("amount", quoted(amount));
        fields.put("currency", quoted(Opening.CURRENCY));
        return fields;
    }

    private Map<String, String> dated(String day) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("effective", quoted(day));
        fields.put("actor", quoted(client));
        return fields;
    }

    private String fund() {
        return funds.get(random.nextInt(funds.size()));
    }

    private String day(int firstMonth) {
        return day(firstMonth, 12);
    }

    private String day(int firstMonth, int lastMonth) {
        return "2024-%02d-%02d"
                .formatted(
                        firstMonth + random.nextInt(lastMonth - firstMonth + 1),
                        1 + random.nextInt(28));
    }

    private String cents() {
        return "%d.%02d".formatted(1 + random.nextInt(99), random.nextInt(100));
    }

    private static String tooMuch() {
        return "900000000000.00";
    }
}
