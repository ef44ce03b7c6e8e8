package org.aidledger.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.aidledger.event.Actor;

/**
 * A local account.
 *
 * @param user to sign in with
 * @param actor as whom events name its holder; no other account has the same
 * @param passwordHash what is kept of the password, with the way it was made; empty for an account
 *     that signs in with tokens alone
 * @param mustChangePassword whether nothing else is possible before the password is another one
 * @param lockedUntil until when nobody can sign in to it, if it is locked
 * @param failures sign-ins that failed since the last that did not
 * @param demo whether it belongs to the demonstration and is of no use elsewhere
 */
public record Account(
        String user,
        Actor actor,
        Set<Role> roles,
        Scope scope,
        boolean recordsForOthers,
        String passwordHash,
        boolean mustChangePassword,
        Optional<Instant> lockedUntil,
        int failures,
        boolean demo) {

    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,59}");

    public Account {
        roles = Set.copyOf(roles);
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException(
                    "user must be 1 to 60 lower-case letters, digits, '.', '-', '_' or '@', not '"
                            + user
                            + "'");
        }
    }

    /** Whether nobody can sign in to it at an instant. */
    public boolean isLocked(Instant now) {
        return lockedUntil.filter(now::isBefore).isPresent();
    }

    /** Its holder, signed in. */
    public Caller caller() {
        return new Caller(
                user, actor, roles, scope, recordsForOthers || roles.contains(Role.ADMINISTRATOR));
    }

    /** Never the password's hash. */
    @Override
    public String toString() {
        return user;
    }
}
