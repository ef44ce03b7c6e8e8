package org.aidledger.fund;

import java.util.Optional;

/** The limits that hold at every effective date, each with the code of its refusal. */
public enum Ceiling {
    /** Per project: disbursed stays within allocated. */
    ALLOCATION("ALLOCATION_EXCEEDED", "allocated and not yet disbursed"),
    /** Per project: paid stays within disbursed. */
    DISBURSEMENT("DISBURSEMENT_EXCEEDED", "disbursed and not yet paid"),
    /** Per project: what comes back stays within what was paid. */
    PAYMENT("PAYMENT_EXCEEDED", "paid"),
    /** Allocations stay within the authorised total (资金一个盘子). */
    AUTHORITY("AUTHORITY_EXCEEDED", "authorised and not yet allocated", PolicyItem.WATCH_AUTHORITY),
    /** Disbursements stay within the money received. */
    CASH("CASH_EXCEEDED", "received and not yet disbursed", PolicyItem.WATCH_CASH),
    /** Payments stay within contracts and change orders, less retention before acceptance. */
    PAYABLE("PAYABLE_EXCEEDED", "payable under contracts and change orders"),
    /** Payments before the start stay within the advance. */
    ADVANCE("ADVANCE_EXCEEDED", "payable before the start of the works");

    private final String code;
    private final String meaning;
    private final Optional<PolicyItem> watch;

    Ceiling(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
        this.watch = Optional.empty();
    }

    Ceiling(String code, String meaning, PolicyItem watch) {
        this.code = code;
        this.meaning = meaning;
        this.watch = Optional.of(watch);
    }

    /** Permanent code of the refusal. */
    public String code() {
        return code;
    }

    String meaning() {
        return meaning;
    }

    /** The policy that says on which days it is watched; always if there is none. */
    Optional<PolicyItem> watch() {
        return watch;
    }
}
