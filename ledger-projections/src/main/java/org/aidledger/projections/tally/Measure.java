package org.aidledger.projections.tally;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aidledger.posting.Account;
import org.aidledger.posting.Movement;

/**
 * What is counted, summed up or stated. Lines of accounts are told apart by movement, since what
 * was reclaimed is asked as well as what is left. Stored by ordinal: a new one goes to the end, or
 * the read tables are rebuilt.
 */
public enum Measure {
    GRANT_AUTHORISE(0, Account.Kind.GRANT, Movement.AUTHORISE),
    AUTHORISED_AUTHORISE(1, Account.Kind.AUTHORISED, Movement.AUTHORISE),
    AUTHORISED_ALLOCATE(2, Account.Kind.AUTHORISED, Movement.ALLOCATE),
    AUTHORISED_RECLAIM(3, Account.Kind.AUTHORISED, Movement.RECLAIM),
    AUTHORISED_REALLOCATE(4, Account.Kind.AUTHORISED, Movement.REALLOCATE),
    DONOR_RECEIVE(5, Account.Kind.DONOR, Movement.RECEIVE),
    DONOR_RETURN(6, Account.Kind.DONOR, Movement.RETURN),
    POOL_RECEIVE(7, Account.Kind.POOL, Movement.RECEIVE),
    POOL_RETURN(8, Account.Kind.POOL, Movement.RETURN),
    POOL_DISBURSE(9, Account.Kind.POOL, Movement.DISBURSE),
    POOL_RECOVER(10, Account.Kind.POOL, Movement.RECOVER),
    ALLOCATED_ALLOCATE(11, Account.Kind.ALLOCATED, Movement.ALLOCATE),
    ALLOCATED_RECLAIM(12, Account.Kind.ALLOCATED, Movement.RECLAIM),
    ALLOCATED_REALLOCATE(13, Account.Kind.ALLOCATED, Movement.REALLOCATE),
    HELD_DISBURSE(14, Account.Kind.HELD, Movement.DISBURSE),
    HELD_PAY(15, Account.Kind.HELD, Movement.PAY),
    HELD_RECOVER(16, Account.Kind.HELD, Movement.RECOVER),
    PAID_PAY(17, Account.Kind.PAID, Movement.PAY),
    PAID_RECOVER(18, Account.Kind.PAID, Movement.RECOVER),
    /** Planned money of a project and its changes. */
    PLANNED(19),
    /** Planned investment of a project and its changes. */
    INVESTMENT(20),
    ENROLLED(21),
    /** Taken into the plan. */
    ADMITTED(22),
    /** States the outcome of a review that cancelled. */
    CANCELLED(23),
    /** States the outcome of a review of completeness. */
    COMPLETENESS(24),
    CONTRACTED(25),
    MATCHED(26),
    /** States physical progress in percent and the value of work in minor units. */
    REPORTED(27),
    STARTED(28),
    COMPLETED(29),
    ACCEPTED(30),
    ARCHIVED(31),
    CLOSED(32),
    FROZEN(33),
    UNFROZEN(34),
    /** A version of the plan came. */
    ISSUED(35),
    BREACHED(36),
    FLOWED(37),
    /** States the value of a policy item. */
    SETTLED(38),
    /** States the money that a finding concerns. */
    RAISED(39),
    /** States whether a finding was closed or reopened. */
    STAGED(40);

    /** More than there are measures; a power of two. */
    static final int LIMIT = 64;

    private static final List<Measure> ALL = List.of(values());
    private static final Map<Account.Kind, Map<Movement, Measure>> BY_ACCOUNT = byAccount();

    private final int code;
    private final Optional<Account.Kind> account;
    private final Optional<Movement> movement;

    Measure(int code) {
        this.code = code;
        account = Optional.empty();
        movement = Optional.empty();
    }

    Measure(int code, Account.Kind account, Movement movement) {
        this.code = code;
        this.account = Optional.of(account);
        this.movement = Optional.of(movement);
    }

    /** The number under which it is stored, below 64. */
    public int code() {
        return code;
    }

    /** The kind of account whose lines it sums up, if it does. */
    public Optional<Account.Kind> account() {
        return account;
    }

    /** Why the lines move that it sums up, if it does. */
    public Optional<Movement> movement() {
        return movement;
    }

    /** The measure with a number. */
    public static Measure ofCode(int code) {
        return ALL.get(code);
    }

    /** The measure of a journal line. */
    public static Measure of(Account.Kind account, Movement movement) {
        Measure measure = BY_ACCOUNT.getOrDefault(account, Map.of()).get(movement);
        if (measure == null) {
            throw new IllegalArgumentException("no measure for " + movement + " of " + account);
        }
        return measure;
    }

    /** The measures of all lines of an account. */
    public static Collection<Measure> of(Account.Kind account) {
        return BY_ACCOUNT.getOrDefault(account, Map.of()).values();
    }

    private static Map<Account.Kind, Map<Movement, Measure>> byAccount() {
        Map<Account.Kind, Map<Movement, Measure>> table = new EnumMap<>(Account.Kind.class);
        for (Measure measure : ALL) {
            measure.account.ifPresent(kind ->
                    measure.movement.ifPresent(movement ->
                            table.computeIfAbsent(kind, _ -> new EnumMap<>(Movement.class))
                                    .put(movement, measure)));
        }
        return table;
    }
}
