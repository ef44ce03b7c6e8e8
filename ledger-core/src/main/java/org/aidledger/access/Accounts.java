package org.aidledger.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The local accounts, kept across restarts. */
public interface Accounts {

    /** The account with this name, if there is one. */
    Optional<Account> find(String user);

    /** Every account, in the order of names. */
    List<Account> all();

    /**
     * Adds an account.
     *
     * @return whether it was added; false if its name or its actor is taken
     */
    boolean add(Account account);

    /**
     * Puts roles, scope, actor and rights of an account in place of what they were; password,
     * failures and lock stay.
     *
     * @return whether it was changed; false if there is none or the actor is taken
     */
    boolean change(Account account);

    /** Sets a password and forgets failures and lock. */
    void setPassword(String user, String passwordHash, boolean mustChange);

    /** Locks an account until an instant, or opens it again. */
    void lock(String user, Optional<Instant> until);

    /** Counts a failed sign-in; from so many on the account is locked for so long. */
    void failed(String user, Instant now, int most, Duration lock);

    /** Forgets failed sign-ins. */
    void succeeded(String user);
}
